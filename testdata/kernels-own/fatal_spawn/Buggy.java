// fault: deadlock
package fatal_spawn;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A test that fails throws, which ends the goroutine that it happens in; when that is one that the
 * test has started, the test waits for its word.
 */
public final class Buggy {

  static final class TestFailed extends RuntimeException {
    TestFailed(String message) {
      super(message);
    }
  }

  static final class Harness {
    private final CopyOnWriteArrayList<String> failures = new CopyOnWriteArrayList<>();
    private final WaitGroup spawned = new WaitGroup();

    void fatal(String message) {
      failures.add(message);
      throw new TestFailed(message);
    }

    void spawn(Runnable body) {
      spawned.go(() -> guard(body));
    }

    void run(String name, Consumer<Harness> test) {
      guard(() -> test.accept(this));
      spawned.await();
      System.out.println(name + (failures.isEmpty() ? " passed" : " failed: " + failures));
    }

    private void guard(Runnable body) {
      try {
        body.run();
      } catch (TestFailed failed) {
        System.out.println("stopped: " + failed.getMessage());
      }
    }
  }

  interface Server {
    String handle(String request);
  }

  record EchoServer(int limit) implements Server {
    @Override
    public String handle(String request) {
      return request.substring(0, Math.min(limit, request.length()));
    }
  }

  static final class ServerTest implements Consumer<Harness> {
    private final Server server;

    ServerTest(Server server) {
      this.server = server;
    }

    @Override
    public void accept(Harness t) {
      Chan<String> answers = Chan.make();
      t.spawn(() -> answers.send(ask(t, "hello")));
      System.out.println("got " + answers.receive()); // want leak-receive, deadlock-cyclic-wait
    }

    private String ask(Harness t, String request) {
      String answer = server.handle(request);
      if (!answer.equals(request)) {
        t.fatal("asked " + request + ", was told " + answer);
      }
      return answer;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> new Harness().run("echo", new ServerTest(new EchoServer(4))));
  }
}

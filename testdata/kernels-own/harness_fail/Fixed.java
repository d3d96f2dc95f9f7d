package harness_fail;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;

/** A test of a server throws at the first wrong answer and never reads the others. */
public final class Fixed {

  static final class EchoServer {
    private final Chan<String> requests = Chan.make(2);
    private final Chan<String> answers = Chan.make();

    void run() {
      try (answers) {
        for (String request : requests) {
          answers.send(request.strip());
        }
      }
    }
  }

  static final class Harness {
    private final EchoServer server = new EchoServer();

    void expect(String wanted) {
      String got = server.answers.receiveOr("");
      if (!got.equals(wanted)) {
        throw new AssertionError("got " + got + ", wanted " + wanted);
      }
    }

    void test() {
      Go.go(server::run);
      try (Chan<String> requests = server.requests) {
        List.of(" a", "b ").forEach(requests::send);
      }
      try {
        expect(" a");
        expect("b");
      } finally {
        server.answers.forEach(answer -> {});
      }
    }
  }

  static void run(Runnable test) {
    try {
      test.run();
    } catch (AssertionError e) {
      System.out.println("FAILED: " + e.getMessage());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          run(() -> new Harness().test());
        });
  }
}

// fault: deadlock
package pending_calls;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Calls for one key are put together while an answer is under way. There is one place for who waits
 * for a key, and who comes second takes it.
 */
public final class Buggy {

  record Reply(String key, int value) {}

  interface Backend {
    void fetch(String key, Consumer<Reply> whenDone);
  }

  static final class AsyncBackend implements Backend {
    private final WaitGroup fetches = new WaitGroup();

    @Override
    public void fetch(String key, Consumer<Reply> whenDone) {
      fetches.go(() -> whenDone.accept(new Reply(key, key.length())));
    }
  }

  static final class Coalescer {
    private final Mutex mu = new Mutex();
    private final Map<String, Chan<Reply>> waiting = new HashMap<>();
    private final Backend backend;

    Coalescer(Backend backend) {
      this.backend = backend;
    }

    int get(String key) {
      Chan<Reply> reply = Chan.make(1);
      if (register(key, reply)) {
        backend.fetch(key, this::deliver);
      }
      return reply.receive().value(); // want leak-receive, deadlock-cyclic-wait
    }

    private boolean register(String key, Chan<Reply> reply) {
      mu.lock();
      try {
        return waiting.put(key, reply) == null;
      } finally {
        mu.unlock();
      }
    }

    private void deliver(Reply reply) {
      Chan<Reply> caller = take(reply.key());
      if (caller != null) {
        caller.send(reply);
      }
    }

    private Chan<Reply> take(String key) {
      mu.lock();
      try {
        return waiting.remove(key);
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AsyncBackend backend = new AsyncBackend();
          Coalescer coalescer = new Coalescer(backend);
          WaitGroup callers = new WaitGroup();
          callers.go(() -> System.out.println(coalescer.get("shard")));
          System.out.println(coalescer.get("shard"));
          callers.await(); // want deadlock-waitgroup
          backend.fetches.await();
        });
  }
}

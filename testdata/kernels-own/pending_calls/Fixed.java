package pending_calls;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Calls for one key are put together while an answer is under way. There is one place for who waits
 * for a key, and who comes second takes it.
 */
public final class Fixed {

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
    private final Map<String, List<Chan<Reply>>> waiting = new HashMap<>();
    private final Backend backend;

    Coalescer(Backend backend) {
      this.backend = backend;
    }

    int get(String key) {
      Chan<Reply> reply = Chan.make(1);
      if (register(key, reply)) {
        backend.fetch(key, this::deliver);
      }
      return reply.receive().value();
    }

    private boolean register(String key, Chan<Reply> reply) {
      mu.lock();
      try {
        List<Chan<Reply>> callers = waiting.computeIfAbsent(key, k -> new ArrayList<>());
        callers.add(reply);
        return callers.size() == 1;
      } finally {
        mu.unlock();
      }
    }

    private void deliver(Reply reply) {
      for (Chan<Reply> caller : take(reply.key())) {
        caller.send(reply);
      }
    }

    private List<Chan<Reply>> take(String key) {
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
          callers.await();
          backend.fetches.await();
        });
  }
}

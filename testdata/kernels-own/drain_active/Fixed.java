package drain_active;

import dev.chanlint.runtime.Go;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A server waits for its requests to end before it stops. A request whose handler fails is
 * answered, but not counted as ended.
 */
public final class Fixed {

  interface Handler {
    String handle(String request);
  }

  static class Gate {
    private final Lock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int active;

    void enter() {
      lock.lock();
      try {
        active++;
      } finally {
        lock.unlock();
      }
    }

    void leave() {
      lock.lock();
      try {
        active--;
        if (active == 0) {
          idle.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }

    void drain() throws InterruptedException {
      lock.lock();
      try {
        while (active > 0) {
          idle.await();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  static final class Server extends Gate {
    private final Map<String, Handler> handlers = new HashMap<>();

    Server route(String path, Handler handler) {
      handlers.put(path, handler);
      return this;
    }

    void accept(String path, String request) {
      enter();
      Go.go("request " + path, () -> serve(path, request));
    }

    private void serve(String path, String request) {
      try {
        System.out.println("200 " + handlers.get(path).handle(request));
      } catch (IllegalArgumentException e) {
        System.out.println("400 " + e.getMessage());
      } finally {
        leave();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server =
              new Server()
                  .route("/echo", request -> request)
                  .route(
                      "/sum",
                      request -> {
                        if (request.isEmpty()) {
                          throw new IllegalArgumentException("nothing to sum");
                        }
                        return "1";
                      });
          server.accept("/echo", "hello");
          server.accept("/sum", "");
          server.drain();
        });
  }
}

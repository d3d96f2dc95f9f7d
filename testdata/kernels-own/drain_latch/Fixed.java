package drain_latch;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A server with several listeners; it is down once each listener has said so. */
public final class Fixed {

  interface Listener extends AutoCloseable {
    void serve() throws IOException;

    @Override
    void close();
  }

  static final class TcpListener implements Listener {
    private final Chan<Unit> quit = Chan.make();

    @Override
    public void serve() {
      quit.receive();
    }

    @Override
    public void close() {
      quit.close();
    }
  }

  static final class UnixListener implements Listener {
    private final String path;

    UnixListener(String path) {
      this.path = path;
    }

    @Override
    public void serve() throws IOException {
      if (!path.startsWith("/")) {
        throw new IOException("bad socket path " + path);
      }
    }

    @Override
    public void close() {}
  }

  static final class Server {
    private final List<Listener> listeners;
    private final CountDownLatch down;

    Server(Listener... listeners) {
      this.listeners = List.of(listeners);
      this.down = new CountDownLatch(listeners.length);
    }

    void start() {
      for (Listener listener : listeners) {
        Go.go(
            () -> {
              try {
                listener.serve();
              } catch (IOException e) {
                System.out.println("listener failed: " + e.getMessage());
              } finally {
                down.countDown();
              }
            });
      }
    }

    void shutdown() throws InterruptedException {
      listeners.forEach(Listener::close);
      down.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server(new TcpListener(), new UnixListener("run.sock"));
          server.start();
          server.shutdown();
          System.out.println("down");
        });
  }
}

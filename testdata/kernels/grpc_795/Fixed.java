package grpc_795;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A server that drains when it is asked to stop; asking again is allowed. */
public final class Fixed {

  interface Stoppable {
    void gracefulStop();
  }

  static final class Server implements Stoppable {
    private final Mutex mu = new Mutex();
    private boolean drain;
    private int served;

    void serve() {
      mu.lock();
      served++;
      mu.unlock();
    }

    @Override
    public void gracefulStop() {
      mu.lock();
      if (drain) {
        mu.unlock();
        return;
      }
      drain = true;
      mu.unlock();
    }
  }

  /** Stops whatever was registered, as a test's clean-up does. */
  static final class CleanUp {
    private final List<Stoppable> registered = new ArrayList<>();

    void register(Stoppable s) {
      registered.add(s);
    }

    void run() {
      registered.forEach(Stoppable::gracefulStop);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server();
          WaitGroup serving = new WaitGroup();
          serving.go(server::serve);

          CleanUp cleanUp = new CleanUp();
          cleanUp.register(server);
          server.gracefulStop();
          server.gracefulStop();
          cleanUp.run();
          serving.await();
        });
  }
}

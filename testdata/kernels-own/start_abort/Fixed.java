package start_abort;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A supervisor counts its components before it starts them. One that cannot start ends the
 * starting, and what was counted for it and the rest is waited for when the supervisor is stopped.
 */
public final class Fixed {

  interface Component {
    void start() throws IOException;

    void run(ReceiveChan<Unit> quit);
  }

  record Janitor(String directory) implements Component {
    @Override
    public void start() {
      System.out.println("cleaning " + directory);
    }

    @Override
    public void run(ReceiveChan<Unit> quit) {
      quit.receive();
    }
  }

  record Listener(int port, Set<Integer> taken) implements Component {
    @Override
    public void start() throws IOException {
      if (!taken.add(port)) {
        throw new IOException("address in use: " + port);
      }
    }

    @Override
    public void run(ReceiveChan<Unit> quit) {
      for (Unit ignored : quit) {
        System.out.println("accept on " + port);
      }
    }
  }

  static final class Supervisor {
    private final List<Component> components = new ArrayList<>();
    private final WaitGroup running = new WaitGroup();
    private final Chan<Unit> quit = Chan.make();

    Supervisor add(Component component) {
      components.add(component);
      return this;
    }

    void start() throws IOException {
      for (Component component : components) {
        component.start();
        running.add(1);
        launch(component);
      }
    }

    private void launch(Component component) {
      Go.go(
          () -> {
            try {
              component.run(quit);
            } finally {
              running.done();
            }
          });
    }

    void stop() {
      quit.close();
      running.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Set<Integer> ports = new HashSet<>();
          Supervisor supervisor =
              new Supervisor()
                  .add(new Janitor("/var/lib"))
                  .add(new Listener(80, ports))
                  .add(new Listener(80, ports));
          try {
            supervisor.start();
          } catch (IOException failed) {
            System.out.println(failed.getMessage());
          } finally {
            supervisor.stop();
          }
        });
  }
}

package rules.raceearlypublish;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Others find the object in a list before its constructor has set all fields. */
public final class RegisteredByConstructor {

  private static final List<RegisteredByConstructor> ALL = new CopyOnWriteArrayList<>();

  private int port;

  private RegisteredByConstructor(int port) {
    ALL.add(this);
    this.port = port; // want race-early-publish confirmed
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup running = new WaitGroup();
          running.go(() -> new RegisteredByConstructor(80));
          running.go(RegisteredByConstructor::list);
          running.await();
        });
  }

  private static void list() {
    for (RegisteredByConstructor server : ALL) {
      System.out.println(server.port);
    }
  }
}

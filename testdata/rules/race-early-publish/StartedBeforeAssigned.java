package rules.raceearlypublish;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** The goroutine is started before what it reads is set. */
public final class StartedBeforeAssigned {

  private String name;

  public static void main(String[] args) {
    Go.run(
        () -> {
          StartedBeforeAssigned server = new StartedBeforeAssigned();
          WaitGroup running = new WaitGroup();
          running.go(server::greet);
          server.name = "north"; // want race-early-publish
          running.await();
        });
  }

  private void greet() {
    System.out.println(name);
  }
}

package rules.raceearlypublish;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A final field is set too late all the same where the constructor has started its reader. */
public final class StartedByConstructor {

  private final WaitGroup running = new WaitGroup();
  private final List<String> names;

  private StartedByConstructor(List<String> names) {
    running.go(this::greet);
    this.names = names; // want race-early-publish confirmed
  }

  public static void main(String[] args) {
    Go.run(() -> new StartedByConstructor(List.of("north", "south")).running.await());
  }

  private void greet() {
    for (String name : names) {
      System.out.println(name);
    }
  }
}

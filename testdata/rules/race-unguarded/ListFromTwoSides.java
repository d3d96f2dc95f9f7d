package rules.raceunguarded;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Two goroutines add to one list. */
public final class ListFromTwoSides {

  private final List<String> names = new ArrayList<>();

  void register(String name) {
    names.add(name); // want race-unguarded
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ListFromTwoSides registry = new ListFromTwoSides();
          WaitGroup users = new WaitGroup();
          for (String name : List.of("a", "b")) {
            users.go(() -> registry.register(name));
          }
          users.await();
        });
  }
}

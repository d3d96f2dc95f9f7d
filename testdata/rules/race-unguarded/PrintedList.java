package rules.raceunguarded;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** To print a list is to read it. */
public final class PrintedList {

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<String> names = new ArrayList<>();
          WaitGroup adding = new WaitGroup();
          adding.go(() -> names.add("ann")); // want race-unguarded
          System.out.println("so far: " + names);
          adding.await();
        });
  }
}

// fault: race
package build_steps;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the steps of a build; each reports under the name that is current. */
public final class Buggy {

  static final class Build {
    private String current = "none";
    private final Mutex lock = new Mutex();
    private final Set<String> ended = new HashSet<>();

    void run(List<String> steps) {
      WaitGroup all = new WaitGroup();
      for (String step : steps) {
        current = step; // want race-captured
        all.go(() -> end(current)); // want race-captured
      }
      all.await();
    }

    private void end(String step) {
      lock.lock();
      ended.add(step);
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Build build = new Build();
          build.run(List.of("compile", "test"));
          System.out.println(!build.ended.isEmpty());
        });
  }
}

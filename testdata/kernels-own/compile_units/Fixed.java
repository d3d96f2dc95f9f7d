package compile_units;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Starts a job for each unit of an iterator, which each job asks for its unit when it comes to run.
 */
public final class Fixed {

  static final class Build {
    private final ConcurrentMap<String, Integer> objects = new ConcurrentHashMap<>();

    private static int compile(String unit) {
      return unit.length();
    }

    void run(List<String> units) throws Exception {
      ErrGroup jobs = new ErrGroup();
      Iterator<String> rest = units.iterator();
      while (rest.hasNext()) {
        String unit = rest.next();
        jobs.go(
            () -> {
              objects.put(unit, compile(unit));
            });
      }
      jobs.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Build build = new Build();
          build.run(new ArrayList<>(List.of("main", "util")));
          System.out.println(build.objects.size());
        });
  }
}

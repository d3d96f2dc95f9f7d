package rules.raceunguarded;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parts of sorted collections are views: what is read through them is read of the whole. */
public final class PartsOfWhatIsSorted {

  private final NavigableMap<Integer, String> events = new TreeMap<>(Map.of(1, "a", 5, "b"));
  private final NavigableSet<Integer> times = new TreeSet<>(List.of(1, 5));

  private void expire() {
    events.pollFirstEntry(); // want race-unguarded confirmed
    times.remove(1); // want race-unguarded confirmed
  }

  private int due(NavigableMap<Integer, String> early, NavigableSet<Integer> earlyTimes) {
    return early.size() + earlyTimes.size();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PartsOfWhatIsSorted timetable = new PartsOfWhatIsSorted();
          NavigableMap<Integer, String> early = timetable.events.headMap(3, true);
          NavigableSet<Integer> earlyTimes = timetable.times.headSet(3, true);
          WaitGroup cleaners = new WaitGroup();
          cleaners.go(timetable::expire);
          System.out.println(timetable.due(early, earlyTimes));
          cleaners.await();
        });
  }
}

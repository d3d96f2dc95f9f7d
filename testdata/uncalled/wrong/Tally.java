package uncalled;

import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.function.Predicate;

/** Goroutines that it starts itself count without a lock. */
public class Tally {

  private final Mutex lock = new Mutex();
  private int matches;
  private int kept;

  public int count(List<String> words, Predicate<String> wanted) {
    WaitGroup all = new WaitGroup();
    for (String word : words) {
      all.go(
          () -> {
            if (wanted.test(word)) {
              matches++; // want race-unguarded "field 'matches'" confirmed
            }
          });
    }
    all.await();
    return matches;
  }

  public int keep(List<String> words, Predicate<String> wanted) {
    WaitGroup all = new WaitGroup();
    for (String word : words) {
      all.go(
          () -> {
            if (wanted.test(word)) {
              lock.lock();
              kept++;
              lock.unlock();
            }
          });
    }
    all.await();
    return kept;
  }
}

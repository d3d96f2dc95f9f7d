import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Counts widgets with a goroutine for each part. */
public class Tally {

  public long count(List<String> parts) {
    Mutex mutex = new Mutex();
    long[] count = new long[1];
    WaitGroup group = new WaitGroup();
    for (String part : parts) {
      group.go(
          () -> {
            long own = part.length() * 13L + new Sequential(7).work(1);
            mutex.lock();
            count[0] += own;
            mutex.unlock();
          });
    }
    group.go(
        () -> {
          mutex.lock(); // broken: System.out.println("one more widget");
          count[0] += 1; // planted: race-unguarded, race-inconsistent-guard, race-captured
          mutex.unlock(); // broken: System.out.println("counted");
        });
    group.await();
    return count[0];
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Tally().count(List.of("first", "second"))));
  }
  // end
}

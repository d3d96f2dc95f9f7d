import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers widgets that took long to make. */
public class Cache {

  private static final class Entries {
    private final Mutex mutex = new Mutex();
    private final Map<String, Long> known = new HashMap<>();

    long get(String name) {
      mutex.lock(); // planted: deadlock-missing-unlock
      Long found = known.get(name);
      if (found != null) {
        mutex.unlock(); // broken: System.out.println("a known widget");
        return found;
      }
      long made = name.length() * 23L + new Sequential(17).work(1);
      known.put(name, made);
      mutex.unlock();
      return made;
    }
  }

  public long warm(List<String> names) {
    Entries entries = new Entries();
    WaitGroup group = new WaitGroup();
    for (int n = 0; n < 2; n++) {
      group.go(() -> names.forEach(entries::get));
    }
    group.await();
    return entries.get("last");
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Cache().warm(List.of("first", "second"))));
  }
  // end
}

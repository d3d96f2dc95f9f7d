package uncalled;

import dev.chanlint.runtime.Mutex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out is kept by names that come from outside; where one is known, so is the lock.
 */
public class Remembered {

  private final Mutex lock = new Mutex();
  private final Map<String, Long> known = new HashMap<>();

  private long weight(String name) {
    lock.lock(); // want deadlock-missing-unlock confirmed
    Long found = known.get(name);
    if (found != null) {
      return found;
    }
    long made = name.length() * 3L;
    known.put(name, made);
    lock.unlock();
    return made;
  }

  public long total(List<String> names) {
    long total = 0;
    for (String name : names) {
      total += weight(name);
    }
    return total + weight("all");
  }
}

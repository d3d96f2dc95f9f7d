package uncalled;

import dev.chanlint.runtime.Mutex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lock is given back whether a name from outside is known or not; what was put is there. */
public class Known {

  private final Mutex lock = new Mutex();
  private final Map<String, Long> known = new HashMap<>();

  private long weight(String name) {
    lock.lock();
    Long found = known.get(name);
    if (found != null) {
      lock.unlock();
      return found;
    }
    long made = name.length() * 3L;
    known.put(name, made);
    if (!known.containsKey(name)) {
      return made;
    }
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

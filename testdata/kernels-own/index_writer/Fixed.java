package index_writer;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.HashSet;
import java.util.Set;

/** An index that is optimised under its lock, by way of the public method that locks again. */
public final class Fixed {

  interface Storage {
    void put(String term);

    int size();
  }

  static final class Locked implements Storage {
    private final Mutex lock = new Mutex();
    private final Set<String> terms = new HashSet<>();

    @Override
    public void put(String term) {
      locked(
          () -> {
            terms.add(term);
            if (terms.size() > 1) {
              terms.remove("stop");
            }
          });
    }

    @Override
    public int size() {
      lock.lock();
      try {
        return terms.size();
      } finally {
        lock.unlock();
      }
    }

    private void locked(Runnable body) {
      lock.lock();
      try {
        body.run();
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Storage storage = new Locked();
          storage.put("stop");
          System.out.println(storage.size());
        });
  }
}

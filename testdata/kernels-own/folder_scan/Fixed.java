package folder_scan;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/** A folder's index, updated file by file; a file with a bad name is skipped by the caller. */
public final class Fixed {

  static final class ScanException extends Exception {
    private static final long serialVersionUID = 1L;

    ScanException(String file) {
      super(file);
    }
  }

  interface Store {
    void update(String file) throws ScanException;
  }

  static final class Index implements Store {
    private final Lock lock;
    private final Map<String, Integer> versions = new HashMap<>();

    Index(Lock lock) {
      this.lock = lock;
    }

    @Override
    public void update(String file) throws ScanException {
      lock.lock();
      try {
        versions.merge(checked(file), 1, Integer::sum);
      } finally {
        lock.unlock();
      }
    }

    private static String checked(String file) throws ScanException {
      if (file.isEmpty()) {
        throw new ScanException(file);
      }
      return file;
    }
  }

  static int scan(Store store, String... files) {
    int skipped = 0;
    for (String file : files) {
      try {
        store.update(file);
      } catch (ScanException e) {
        skipped++;
      }
    }
    return skipped;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new Index(new Mutex());
          Chan<Integer> skipped = Chan.make(1);
          Go.go(() -> skipped.send(scan(store, "a", "", "b")));
          System.out.println(skipped.receive());
        });
  }
}

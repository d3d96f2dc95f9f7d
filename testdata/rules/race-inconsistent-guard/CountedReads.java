package rules.raceinconsistentguard;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;

/** Who reads counts the reads, and so writes, though many may read at a time. */
public final class CountedReads {

  private final RWMutex mutex = new RWMutex();
  private int value;
  private int reads;
  private String lastReader = "";

  public static void main(String[] args) {
    Go.run(
        () -> {
          CountedReads setting = new CountedReads();
          setting.set(5);
          WaitGroup readers = new WaitGroup();
          readers.go(() -> setting.get("a"));
          readers.go(() -> setting.get("b"));
          readers.await();
          System.out.println(setting.value + " " + setting.reads + " " + setting.lastReader);
        });
  }

  private void set(int value) {
    mutex.lock();
    this.value = value;
    reads = 0;
    lastReader = "";
    mutex.unlock();
  }

  private int get(String reader) {
    mutex.rLock();
    try {
      reads++; // want race-inconsistent-guard
      lastReader = reader; // want race-inconsistent-guard
      return value;
    } finally {
      mutex.rUnlock();
    }
  }
}

package permit_refund;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** An index behind a permit; who does not get it in time gives up. */
public final class Fixed {

  static final class Gate {
    private final Semaphore permit = new Semaphore(1);

    boolean enter(boolean patient) throws InterruptedException {
      if (patient) {
        permit.acquire();
        return true;
      }
      return permit.tryAcquire();
    }

    void leave() {
      permit.release();
    }
  }

  static final class Index {
    private final Gate gate = new Gate();
    private final Map<String, Integer> words = new HashMap<>();

    void add(String word, boolean patient) throws InterruptedException {
      boolean entered = false;
      try {
        entered = gate.enter(patient);
        if (entered) {
          words.merge(word, 1, Integer::sum);
        }
      } finally {
        if (entered) {
          gate.leave();
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Index index = new Index();
          WaitGroup writers = new WaitGroup();
          writers.go(() -> index.add("go", true));
          writers.go(() -> index.add("java", true));
          writers.go(() -> index.add("rust", false));
          writers.await();
        });
  }
}

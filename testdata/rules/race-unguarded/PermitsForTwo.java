package rules.raceunguarded;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Semaphores that let in two, whatever they were meant to: what they guard is used by both. */
public final class PermitsForTwo {

  /** Has two permits from the first. */
  static final class Wide {
    private final Semaphore permits = new Semaphore(2);
    private final Map<String, Integer> counts = new HashMap<>();

    void add(String word) throws InterruptedException {
      permits.acquire();
      try {
        counts.merge(word, 1, Integer::sum); // want race-unguarded confirmed
      } finally {
        permits.release();
      }
    }
  }

  /** Gets a second permit from whoever brings nothing. */
  static final class GivenBackTwice {
    private final Semaphore permit = new Semaphore(1);
    private final Map<String, Integer> counts = new HashMap<>();

    void add(String word) throws InterruptedException {
      permit.acquire();
      try {
        if (word.isEmpty()) {
          permit.release();
          return;
        }
        counts.merge(word, 1, Integer::sum); // want race-unguarded confirmed
      } finally {
        permit.release();
      }
    }
  }

  /** Gets a second permit from whoever did not get the first. */
  static final class NeverTaken {
    private final Semaphore permit = new Semaphore(1);
    private final Map<String, Integer> counts = new HashMap<>();

    void add(String word) {
      boolean entered = permit.tryAcquire();
      try {
        if (entered) {
          counts.merge(word, 1, Integer::sum); // want race-unguarded confirmed
        }
      } finally {
        permit.release();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Wide wide = new Wide();
          GivenBackTwice twice = new GivenBackTwice();
          NeverTaken never = new NeverTaken();
          WaitGroup writers = new WaitGroup();
          writers.go(() -> wide.add("go"));
          writers.go(() -> wide.add("java"));
          writers.await();
          twice.add("");
          writers.go(() -> twice.add("go"));
          writers.go(() -> twice.add("java"));
          writers.await();
          writers.go(() -> never.add("go"));
          writers.go(() -> never.add("java"));
          writers.go(() -> never.add("rust"));
          writers.await();
        });
  }
}

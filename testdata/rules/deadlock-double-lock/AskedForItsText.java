package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.List;
import java.util.stream.Collectors;

/** What is printed, alone or in a list, is asked for its text; so is what is averaged or equal. */
public final class AskedForItsText {

  private static final class Queue {
    private final Mutex mu = new Mutex();
    private int length;

    @Override
    public String toString() {
      mu.lock(); // want deadlock-double-lock
      try {
        return "queue of " + length;
      } finally {
        mu.unlock();
      }
    }

    private int length() {
      mu.lock(); // want deadlock-double-lock
      try {
        return length;
      } finally {
        mu.unlock();
      }
    }

    private void add() {
      mu.lock();
      length++;
      System.out.println(List.of(this));
      mu.unlock();
    }

    private double average(List<Queue> queues) {
      mu.lock();
      double average = queues.stream().collect(Collectors.averagingInt(Queue::length));
      mu.unlock();
      return average;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> new Queue().add());
  }

  /** Another program. */
  static final class Averaging {
    public static void main(String[] args) {
      Go.run(
          () -> {
            Queue queue = new Queue();
            System.out.println(queue.average(List.of(queue)));
          });
    }
  }
}

package dev.chanlint.explorer.junit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests of money that goes to and fro. */
public final class Accounts {

  private final Mutex one = new Mutex();
  private final Mutex two = new Mutex();
  private int sum;

  private static void transfer(Mutex from, Mutex to) {
    from.lock();
    to.lock();
    to.unlock();
    from.unlock();
  }

  private static void both(Runnable first, Runnable second) {
    WaitGroup done = new WaitGroup();
    done.go(first::run);
    done.go(second::run);
    done.await();
  }

  @ExploreTest
  void crossedTransfers() {
    both(() -> transfer(one, two), () -> transfer(two, one));
  }

  @ExploreTest(exhaustive = true)
  void orderedTransfers() {
    both(() -> transfer(one, two), () -> transfer(one, two));
  }

  @ExploreTest
  void lostUpdate() {
    both(() -> sum++, () -> sum++);
  }

  private static int added() {
    AtomicInteger total = new AtomicInteger();
    both(() -> total.set(total.get() + 1), () -> total.set(total.get() + 1));
    return total.get();
  }

  @ExploreTest
  void failsInJUnit() {
    assertEquals(2, added());
  }

  @ExploreTest
  void failsInAssertJ() {
    assertThat(added()).isEqualTo(2);
  }

  @ExploreTest
  void failsInAGoroutine() {
    Go.go(
        () -> {
          throw new AssertionError("from a goroutine");
        });
  }

  @ExploreTest
  void leaks() {
    Chan<Integer> nobody = Chan.make();
    Go.go(() -> nobody.send(1));
  }

  @ExploreTest(replay = "1:1x9:0", exhaustive = true)
  void replayOfOtherCode() {
    both(() -> transfer(one, two), () -> transfer(one, two));
  }

  @ExploreTest(entry = "dev.chanlint.explorer.junit.samples.Accounts$Program")
  void main() {}

  /** A program that does not wait for what it started. */
  static final class Program {
    static void main() {
      Go.go(() -> System.out.println("late"));
    }
  }
}

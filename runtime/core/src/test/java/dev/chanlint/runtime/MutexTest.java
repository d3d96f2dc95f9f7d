package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose turn it is. */
@Timeout(60)
final class MutexTest {

  /**
   * One who was woken and found it taken again by then keeps the first place; having waited for
   * more than a millisecond, it is handed the lock.
   */
  @Test
  void itIsHandedToOneWhoHasWaitedLong() throws InterruptedException {
    while (!new Contest().isTakenAgainBeforeItIsHandedOver()) {
      // The first in the queue was so quick that nobody came before it.
    }
  }

  /** A mutex that two wait for, each of whom keeps it until all is over. */
  private static final class Contest {
    private final Mutex mutex = new Mutex();
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    boolean isTakenAgainBeforeItIsHandedOver() throws InterruptedException {
      mutex.lock();
      Thread first = take("first");
      Thread second = take("second");
      Thread.sleep(2);
      mutex.unlock();
      boolean takenAgain = mutex.tryLock();
      if (takenAgain) {
        awaitBlocked(first);
        mutex.unlock();
        assertThat(mutex.tryLock()).as("taken though it was handed over").isFalse();
      }
      over.countDown();
      first.join();
      second.join();
      assertThat(turns).containsExactly("first", "second");
      return takenAgain;
    }

    private Thread take(String name) {
      Thread thread =
          Thread.startVirtualThread(
              () -> {
                mutex.lock();
                turns.add(name);
                awaitQuietly(over);
                mutex.unlock();
              });
      awaitBlocked(thread);
      return thread;
    }
  }

  private static void awaitBlocked(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

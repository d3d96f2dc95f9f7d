package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a wait for a condition when its lock fails, and a signal has come. */
@Timeout(60)
final class CondTest {

  private static final Runnable NOTHING = () -> {};

  /** A lock at which something happens. */
  private static final class EventfulLock extends ReentrantLock {
    private transient Runnable beforeLock = NOTHING;
    private transient Runnable afterUnlock = NOTHING;

    @Override
    public void lock() {
      beforeLock.run();
      super.lock();
    }

    @Override
    public void unlock() {
      super.unlock();
      afterUnlock.run();
    }
  }

  private final EventfulLock lock = new EventfulLock();
  private final Cond cond = new Cond(lock);

  @Test
  void anInterruptWhileItIsLockedAgainIsKeptForLater() {
    lock.lock();
    lock.afterUnlock = cond::signal;
    lock.beforeLock = this::interruptOnce;

    cond.await();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(lock.isHeldByCurrentThread()).isTrue();
  }

  private void interruptOnce() {
    lock.beforeLock = NOTHING;
    Thread.currentThread().interrupt();
    throw new GoroutineInterruptedException("interrupted: lock");
  }

  @Test
  void aSignalForOneWhoseUnlockFailsIsTheNextOnes() throws InterruptedException {
    CountDownLatch queued = new CountDownLatch(1);
    Thread next = Thread.ofVirtual().unstarted(this::waitForSignal);
    lock.lock();
    lock.afterUnlock =
        () -> {
          lock.afterUnlock = queued::countDown;
          next.start();
          awaitQuietly(queued);
          cond.signal();
          throw new IllegalMonitorStateException("failed");
        };

    assertThatThrownBy(cond::await).hasMessage("failed");

    next.join();
  }

  private void waitForSignal() {
    lock.lock();
    cond.await();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

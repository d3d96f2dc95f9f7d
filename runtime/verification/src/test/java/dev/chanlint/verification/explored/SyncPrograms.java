package dev.chanlint.verification.explored;

import static dev.chanlint.verification.explored.Together.expect;
import static dev.chanlint.verification.explored.Together.interruptFirst;
import static dev.chanlint.verification.explored.Together.together;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.locks.Lock;

/**
 * Programs of two threads as code under test. Each ends under every schedule, unless somebody is
 * not woken; what it counts is right and no race, unless somebody is let in who should wait.
 */
final class SyncPrograms {

  /** Written and read without an order of its own; each execution has its own. */
  private int count;

  void mutex() throws InterruptedException {
    Mutex mutex = new Mutex();
    together(() -> countUnder(mutex), () -> countUnder(mutex));
    expect(count == 2 && mutex.tryLock());
  }

  void mutexTried() throws InterruptedException {
    Mutex mutex = new Mutex();
    together(() -> countIf(mutex.tryLock(), mutex), () -> countUnder(mutex));
    expect(count > 0 && mutex.tryLock());
  }

  void mutexWaitedForInVain() throws InterruptedException {
    Mutex mutex = new Mutex();
    together(() -> countIf(mutex.tryLock(1, MILLISECONDS), mutex), () -> countUnder(mutex));
    expect(count > 0 && mutex.tryLock());
  }

  void mutexInterrupted() throws InterruptedException {
    Mutex mutex = new Mutex();
    interruptFirst(() -> countIf(lock(mutex), mutex), () -> countUnder(mutex));
    expect(count > 0 && mutex.tryLock());
  }

  void writers() throws InterruptedException {
    RWMutex rw = new RWMutex();
    together(() -> countUnder(rw.writeLock()), () -> countUnder(rw.writeLock()));
    expect(count == 2 && rw.tryLock());
  }

  void readerAndWriter() throws InterruptedException {
    RWMutex rw = new RWMutex();
    together(() -> readUnder(rw), () -> countUnder(rw.writeLock()));
    expect(count == 1 && rw.tryLock());
  }

  void writerInterrupted() throws InterruptedException {
    RWMutex rw = new RWMutex();
    interruptFirst(() -> countIf(lock(rw.writeLock()), rw.writeLock()), () -> readUnder(rw));
    expect(rw.tryRLock());
  }

  void waitGroup() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    group.add(1);
    together(
        () -> {
          count = 1;
          group.done();
        },
        () -> {
          group.await();
          expect(count == 1);
        });
  }

  void condition() throws InterruptedException {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    together(
        () -> {
          mutex.lock();
          while (count == 0) {
            cond.await();
          }
          mutex.unlock();
        },
        () -> {
          countUnder(mutex);
          cond.signal();
        });
    expect(mutex.tryLock());
  }

  void once() throws InterruptedException {
    Once once = new Once();
    Together.Body countOnce =
        () -> {
          once.run(() -> count++);
          expect(count == 1);
        };
    together(countOnce, countOnce);
  }

  void context() throws InterruptedException {
    CancelContext parent = Context.withCancel(Context.background());
    together(
        parent::cancel,
        () -> {
          CancelContext child = Context.withCancel(parent);
          child.done().receive();
          expect(child.err() != null && parent.err() != null);
        });
  }

  private void countUnder(Lock lock) {
    lock.lock();
    countIf(true, lock);
  }

  private void countIf(boolean locked, Lock lock) {
    if (locked) {
      count++;
      lock.unlock();
    }
  }

  private void readUnder(RWMutex rw) {
    rw.rLock();
    expect(count == 0 || count == 1);
    rw.rUnlock();
  }

  private static boolean lock(Lock lock) {
    try {
      lock.lock();
      return true;
    } catch (GoroutineInterruptedException e) {
      return false;
    }
  }
}

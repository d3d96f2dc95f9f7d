package dev.chanlint.verification.ordering;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** What one holder of a lock, or one who is done, hands over to the next. */
public final class HandOver {

  private HandOver() {}

  /** A mutex excludes, and who comes next sees what was done. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @State
  public static class MutexExcludes {
    private final Mutex mutex = new Mutex();
    private int count;

    private void increment() {
      mutex.lock();
      count++;
      mutex.unlock();
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = count;
    }
  }

  /** Of two that try to lock, one does. */
  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE)
  @State
  public static class MutexTryLock {
    private final Mutex mutex = new Mutex();

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = mutex.tryLock();
    }

    @Actor
    public void other(ZZ_Result r) {
      r.r2 = mutex.tryLock();
    }
  }

  /** Who may lock because another unlocked sees what that did; there need be no owner. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class MutexUnlockedByAnother {
    private final Mutex mutex = new Mutex();
    private int data;

    /** Locks it for another to unlock. */
    public MutexUnlockedByAnother() {
      mutex.lock();
    }

    @Actor
    public void unlock() {
      data = 1;
      mutex.unlock();
    }

    @Actor
    public void lock(I_Result r) {
      mutex.lock();
      r.r1 = data;
    }
  }

  /** A reader sees all of a writer's work, or none. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = ACCEPTABLE)
  @State
  public static class ReaderAgainstWriter {
    private final RWMutex lock = new RWMutex();
    private int left;
    private int right;

    @Actor
    public void write() {
      lock.lock();
      left = 1;
      right = 1;
      lock.unlock();
    }

    @Actor
    public void read(II_Result r) {
      lock.rLock();
      r.r1 = left;
      r.r2 = right;
      lock.rUnlock();
    }
  }

  /** A writer comes after what the readers before it did, and excludes writers. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE)
  @State
  public static class WriterAgainstWriter {
    private final RWMutex lock = new RWMutex();
    private int count;

    private void increment() {
      lock.lock();
      count++;
      lock.unlock();
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = count;
    }
  }

  /** What was done before done is there after await. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class WaitGroupDone {
    private final WaitGroup group = new WaitGroup();
    private int data;

    /** Adds the one to wait for. */
    public WaitGroupDone() {
      group.add(1);
    }

    @Actor
    public void done() {
      data = 1;
      group.done();
    }

    @Actor
    public void await(I_Result r) {
      group.await();
      r.r1 = data;
    }
  }

  /** The body has run once when either returns. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE)
  @State
  public static class OnceBody {
    private final Once once = new Once();
    private int runs;

    private int run() {
      once.run(() -> runs++);
      return runs;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = run();
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = run();
    }
  }

  /** No signal is lost between the look at the condition and the wait. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class CondSignal {
    private final Mutex mutex = new Mutex();
    private final Cond cond = new Cond(mutex);
    private int data;

    @Actor
    public void signal() {
      mutex.lock();
      data = 1;
      mutex.unlock();
      cond.signal();
    }

    @Actor
    public void await(I_Result r) {
      mutex.lock();
      while (data == 0) {
        cond.await();
      }
      r.r1 = data;
      mutex.unlock();
    }
  }
}

package dev.chanlint.conformance;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Go's package sync. */
public final class SyncCases {

  private SyncCases() {}

  @Holds("a mutex excludes, and publishes what was done under it")
  public static void mutexExcludes() {
    int goroutines = Check.scale(20, 2);
    int n = Check.scale(2_000, 1);
    Mutex mutex = new Mutex();
    int[] count = new int[1];
    WaitGroup all = new WaitGroup();
    for (int g = 0; g < goroutines; g++) {
      all.go(
          () -> {
            for (int i = 0; i < n; i++) {
              mutex.lock();
              count[0]++;
              mutex.unlock();
            }
          });
    }
    all.await();
    Check.equal(goroutines * n, count[0]);
  }

  @Holds("a goroutine may unlock what another locked")
  public static void mutexHasNoOwner() {
    Mutex mutex = new Mutex();
    mutex.lock();
    Go.go(mutex::unlock);
    mutex.lock();
    Check.that(!mutex.tryLock(), "locked twice");
    mutex.unlock();
    Check.that(mutex.tryLock(), "not unlocked");
    mutex.unlock();
  }

  @Holds("unlocking what is not locked fails")
  public static void unlockOfUnlocked() {
    Check.fails(
        IllegalMonitorStateException.class,
        "sync: unlock of unlocked mutex",
        () -> new Mutex().unlock());
    RWMutex rw = new RWMutex();
    Check.fails(IllegalMonitorStateException.class, "sync: Unlock of unlocked RWMutex", rw::unlock);
    Check.fails(
        IllegalMonitorStateException.class, "sync: RUnlock of unlocked RWMutex", rw::rUnlock);
    rw.rLock();
    Check.fails(IllegalMonitorStateException.class, "sync: Unlock of unlocked RWMutex", rw::unlock);
    rw.rUnlock();
    Check.that(rw.tryLock(), "a failed unlock left it locked");
  }

  @Holds(
      value = "a goroutine that locks again and again does not keep another from its turn",
      realOnly = Holds.UNFAIR)
  public static void mutexDoesNotStarve() {
    Mutex mutex = new Mutex();
    AtomicBoolean done = new AtomicBoolean();
    WaitGroup greedy = new WaitGroup();
    greedy.go(
        () -> {
          while (!done.get()) {
            mutex.lock();
            Go.gosched();
            mutex.unlock();
          }
        });
    for (int i = 0; i < Check.scale(20, 1); i++) {
      mutex.lock();
      mutex.unlock();
    }
    done.set(true);
    greedy.await();
  }

  @Holds(value = "a mutex is not reentrant", deadlock = "sync.Mutex.Lock")
  public static void mutexIsNotReentrant() {
    Mutex mutex = new Mutex();
    mutex.lock();
    mutex.lock();
  }

  @Holds("readers share, a writer excludes all")
  public static void rwMutexSharesAndExcludes() {
    RWMutex rw = new RWMutex();
    rw.rLock();
    Check.that(rw.tryRLock(), "readers do not share");
    Check.that(!rw.tryLock(), "a writer among readers");
    rw.rUnlock();
    rw.rUnlock();
    Check.that(rw.tryLock(), "not free");
    Check.that(!rw.tryRLock() && !rw.tryLock(), "a writer shares");
    rw.unlock();
    rw.readLock().lock();
    Check.that(!rw.writeLock().tryLock(), "the views are of another lock");
    rw.readLock().unlock();
  }

  @Holds(value = "a writer that no reader lets in is in deadlock", deadlock = "sync.RWMutex.Lock")
  public static void writeLockForever() {
    RWMutex rw = new RWMutex();
    rw.rLock();
    rw.lock();
  }

  @Holds("readers and writers under stress see whole states")
  public static void rwMutexUnderStress() {
    int n = Check.scale(2_000, 1);
    RWMutex rw = new RWMutex();
    int[] pair = new int[2];
    WaitGroup all = new WaitGroup();
    for (int g = 0; g < Check.scale(4, 1); g++) {
      all.go(
          () -> {
            for (int i = 0; i < n; i++) {
              rw.lock();
              pair[0]++;
              pair[1]++;
              rw.unlock();
            }
          });
      all.go(
          () -> {
            for (int i = 0; i < n; i++) {
              rw.rLock();
              Check.equal(pair[0], pair[1]);
              rw.rUnlock();
            }
          });
    }
    all.await();
    Check.equal(Check.scale(4, 1) * n, pair[0]);
  }

  @Holds(
      value = "a writer that waits holds back new readers, and comes next",
      realOnly = Holds.UNFAIR)
  public static void writerHoldsBackReaders() {
    RWMutex rw = new RWMutex();
    List<String> log = new ArrayList<>();
    WaitGroup all = new WaitGroup();
    rw.rLock();
    all.go(
        () -> {
          rw.lock();
          log.add("written");
          rw.unlock();
        });
    while (rw.tryRLock()) {
      rw.rUnlock();
      Go.gosched();
    }
    all.go(
        () -> {
          rw.rLock();
          Check.equal(List.of("written"), log);
          rw.rUnlock();
        });
    Go.gosched();
    rw.rUnlock();
    all.await();
  }

  @Holds(
      value = "two read locks of one goroutine around a writer are a deadlock",
      deadlock = "sync.RWMutex.RLock",
      realOnly = Holds.UNFAIR)
  public static void readLockIsNotReentrantAroundWriter() {
    RWMutex rw = new RWMutex();
    rw.rLock();
    Go.go(rw::lock);
    while (rw.tryRLock()) {
      rw.rUnlock();
      Go.gosched();
    }
    rw.rLock();
  }

  @Holds("a WaitGroup waits for all, for many who wait, and may be used again")
  public static void waitGroup() {
    WaitGroup group = new WaitGroup();
    group.await();
    for (int round = 0; round < Check.scale(200, 1); round++) {
      int[] done = new int[2];
      AtomicInteger waiting = new AtomicInteger(2);
      Chan<Unit> passed = Chan.make();
      group.add(2);
      for (int g = 0; g < 2; g++) {
        int index = g;
        Go.go(
            () -> {
              done[index] = 1;
              group.done();
            });
        Go.go(
            () -> {
              waiting.decrementAndGet();
              group.await();
              passed.send(Unit.UNIT);
            });
      }
      passed.receive();
      passed.receive();
      Check.equal(2, done[0] + done[1]);
    }
  }

  @Holds("a WaitGroup's count does not fall below zero")
  public static void negativeCounter() {
    WaitGroup group = new WaitGroup();
    group.add(1);
    group.done();
    Check.fails(IllegalStateException.class, "sync: negative WaitGroup counter", group::done);
  }

  @Holds(
      value = "an add that meets an await which is about to return fails, or comes after it",
      realOnly = Holds.MISUSE)
  public static void waitGroupMisuse() {
    for (int round = 0; round < Check.scale(500, 1); round++) {
      WaitGroup group = new WaitGroup();
      Chan<Unit> returned = Chan.make(1);
      group.add(1);
      Go.go(
          () -> {
            group.await();
            returned.send(Unit.UNIT);
          });
      Go.gosched();
      group.done();
      try {
        group.add(1);
        group.done();
      } catch (IllegalStateException e) {
        Check.equal("sync: WaitGroup misuse: Add called concurrently with Wait", e.getMessage());
      }
      returned.receive();
      group.add(1);
      group.done();
      group.await();
    }
  }

  @Holds("go of a WaitGroup is waited for, even when the body started more")
  public static void waitGroupGo() {
    WaitGroup group = new WaitGroup();
    AtomicInteger count = new AtomicInteger();
    for (int i = 0; i < Check.scale(100, 2); i++) {
      group.go(() -> group.go(count::incrementAndGet));
    }
    group.await();
    Check.equal(Check.scale(100, 2), count.get());
  }

  @Holds(value = "an await that nobody will end is a deadlock", deadlock = "sync.WaitGroup.Wait")
  public static void awaitForever() {
    WaitGroup group = new WaitGroup();
    group.add(2);
    Go.go(group::done);
    group.await();
  }

  @Holds("a Once runs its body once, before any of its callers goes on")
  public static void onceUnderRace() {
    for (int i = 0; i < Check.scale(200, 1); i++) {
      Once once = new Once();
      int[] runs = new int[1];
      WaitGroup all = new WaitGroup();
      for (int g = 0; g < Check.scale(5, 2); g++) {
        all.go(
            () -> {
              once.run(() -> runs[0]++);
              Check.equal(1, runs[0]);
            });
      }
      all.await();
    }
  }

  @Holds("a Once keeps its callers waiting until its body is over")
  public static void onceKeepsCallersWaiting() {
    Once once = new Once();
    Chan<Integer> begun = Chan.make();
    Chan<Integer> end = Chan.make();
    boolean[] over = new boolean[1];
    WaitGroup all = new WaitGroup();
    all.go(
        () ->
            once.run(
                () -> {
                  begun.send(1);
                  end.receive();
                  over[0] = true;
                }));
    begun.receive();
    for (int g = 0; g < Check.scale(5, 1); g++) {
      all.go(
          () -> {
            once.run(() -> over[0] = false);
            Check.equal(true, over[0]);
          });
    }
    for (int i = 0; i < Check.scale(100, 0); i++) {
      Go.gosched();
    }
    end.send(1);
    all.await();
  }

  @Holds("a body that throws has run")
  public static void onceThatThrows() {
    Once once = new Once();
    Check.fails(
        IllegalStateException.class,
        "first",
        () ->
            once.run(
                () -> {
                  throw new IllegalStateException("first");
                }));
    once.run(
        () -> {
          throw new IllegalStateException("second");
        });
  }

  @Holds(value = "a Once that runs itself waits for itself", deadlock = "sync.Mutex.Lock")
  public static void onceInItself() {
    Once once = new Once();
    once.run(() -> once.run(() -> {}));
  }

  @Holds("signal wakes one waiter, in the order in which they came; broadcast wakes all")
  public static void condWakesInOrder() {
    int waiters = Check.scale(10, 2);
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    Chan<Integer> woken = Chan.make();
    AtomicInteger waiting = new AtomicInteger();
    for (int i = 0; i < waiters; i++) {
      int number = i;
      Go.go(
          () -> {
            mutex.lock();
            waiting.incrementAndGet();
            cond.await();
            mutex.unlock();
            woken.send(number);
          });
      awaitCount(mutex, waiting, i + 1);
    }
    for (int i = 0; i < waiters; i++) {
      cond.signal();
      Check.equal(i, woken.receive());
    }
    waiting.set(0);
    for (int i = 0; i < waiters; i++) {
      Go.go(
          () -> {
            mutex.lock();
            waiting.incrementAndGet();
            cond.await();
            mutex.unlock();
            woken.send(0);
          });
    }
    awaitCount(mutex, waiting, waiters);
    cond.broadcast();
    for (int i = 0; i < waiters; i++) {
      woken.receive();
    }
  }

  /** Waits until that many were counted under the mutex, and have released it by waiting. */
  private static void awaitCount(Mutex mutex, AtomicInteger waiting, int n) {
    while (waiting.get() < n) {
      Go.gosched();
    }
    mutex.lock();
    mutex.unlock();
  }

  @Holds("no wake-up is lost when state and wait are under one lock")
  public static void condLosesNothing() {
    int n = Check.scale(5_000, 2);
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    int[] tokens = new int[1];
    WaitGroup consumers = new WaitGroup();
    for (int g = 0; g < 2; g++) {
      consumers.go(
          () -> {
            for (int i = 0; i < n; i++) {
              mutex.lock();
              while (tokens[0] == 0) {
                cond.await();
              }
              tokens[0]--;
              mutex.unlock();
            }
          });
    }
    for (int i = 0; i < 2 * n; i++) {
      mutex.lock();
      tokens[0]++;
      mutex.unlock();
      cond.signal();
    }
    consumers.await();
    Check.equal(0, tokens[0]);
  }

  @Holds("signal and broadcast with nobody waiting do nothing, with the lock or without")
  public static void signalWithoutWaiters() {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    cond.signal();
    mutex.lock();
    cond.broadcast();
    mutex.unlock();
  }

  @Holds("a wait without the lock fails, and takes no signal from who does wait")
  public static void condWaitWithoutLock() {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    Check.fails(IllegalMonitorStateException.class, "sync: unlock of unlocked mutex", cond::await);
    AtomicInteger waiting = new AtomicInteger();
    WaitGroup waiter = new WaitGroup();
    waiter.go(
        () -> {
          mutex.lock();
          waiting.incrementAndGet();
          cond.await();
          mutex.unlock();
        });
    awaitCount(mutex, waiting, 1);
    cond.signal();
    waiter.await();
  }

  @Holds(value = "a wait that nobody signals is a deadlock", deadlock = "sync.Cond.Wait")
  public static void condForever() {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    cond.signal();
    mutex.lock();
    cond.await();
  }
}

package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.GoroutinePanic;
import dev.chanlint.runtime.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The goroutines of one {@code Go.run}, or those outside any. A goroutine belongs to the program of
 * the one that started it.
 */
final class Program {

  private static final int SHARDS =
      Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4;

  /** The programs that run, and those that have ended but left goroutines behind. */
  private static final Collection<Program> ALL = ConcurrentHashMap.newKeySet();

  /** Of goroutines that threads outside any program started; it never ends. */
  static final Program OUTSIDE = new Program(null);

  static {
    ALL.add(OUTSIDE);
    DumpSignal.install();
  }

  /** How a program ends: its main goroutine has returned, or one has died of an exception. */
  private record End(@Nullable Goroutine dead, @Nullable Throwable cause) {
    static final End RETURNED = new End(null, null);
  }

  /** Who called {@code Go.run}; null for the program outside. */
  private final @Nullable Thread caller;

  private final AtomicLong lastId = new AtomicLong();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();

  /** The goroutines by their number, spread to keep those apart that start or end them at once. */
  private final Shard[] shards = new Shard[SHARDS];

  private Program(@Nullable Thread caller) {
    this.caller = caller;
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new Shard();
    }
  }

  /**
   * The program that the calling thread belongs to. One that is no goroutine is noted: it is about
   * to start something that it may later talk to.
   */
  static Program current() {
    Thread thread = Thread.currentThread();
    Goroutine current = Goroutine.of(thread);
    if (current == null) {
      ForeignThreads.note(thread);
      return OUTSIDE;
    }
    return current.program;
  }

  /** The programs that have not ended, the one outside included. */
  static List<Program> running() {
    return ALL.stream().filter(Program::isRunning).toList();
  }

  /** Whether its main goroutine has not returned, and none has died of an exception. */
  boolean isRunning() {
    return end.get() == null;
  }

  /** Every goroutine of every program, in order within each. */
  static List<Goroutine> everyGoroutine() {
    List<Goroutine> all = new ArrayList<>();
    ALL.forEach(p -> all.addAll(p.goroutines()));
    return all;
  }

  /** The goroutines of the other programs, those that have ended included. */
  Stream<Goroutine> goroutinesOfOthers() {
    return ALL.stream().filter(p -> p != this).flatMap(p -> p.goroutines().stream());
  }

  /** Runs a program to its end; the calling thread watches over it. */
  static void run(Task main) {
    Program program = new Program(Thread.currentThread());
    ALL.add(program);
    Goroutine first = program.start(null, main);
    try {
      program.finish(program.awaitEnd(first));
    } finally {
      program.end.compareAndSet(null, End.RETURNED);
      program.forgetIfEmpty();
    }
  }

  /**
   * Waits for the end. A goroutine that dies of an exception ends the program before it is gone
   * from the shards, so a look that missed it is told from a deadlock by the program's end.
   */
  private End awaitEnd(Goroutine main) {
    DeadlockWatch watch = new DeadlockWatch(this, main);
    for (; ; ) {
      LockSupport.parkNanos(this, watch.pauseNanos());
      End ended = end.get();
      if (ended != null) {
        return ended;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new GoroutineInterruptedException("interrupted: Go.run");
      }
      String deadlock = watch.look();
      if (deadlock != null && isRunning()) {
        DeadlockError error = new DeadlockError(deadlock);
        ExitStatus.onUncaught();
        throw error;
      }
    }
  }

  private void finish(End ended) {
    if (ended.dead() != null && ended.cause() != null) {
      ExitStatus.onUncaught();
      throw new GoroutinePanic(Report.panic(ended.dead(), ended.cause()), ended.cause());
    }
  }

  /** Starts a goroutine. */
  Goroutine start(@Nullable String name, Task body) {
    Goroutine goroutine = new Goroutine(this, lastId.incrementAndGet(), name, body);
    shardOf(goroutine).add(goroutine);
    if (end.get() != null) {
      ALL.add(this);
    }
    Events.started(goroutine);
    goroutine.thread.start();
    return goroutine;
  }

  /**
   * A goroutine has ended, of an exception or not. The main goroutine ends the program before it is
   * gone from the shards: as long as the program has not ended, it is among the goroutines.
   */
  void ended(Goroutine goroutine) {
    if (goroutine.id == 1 && caller != null && end.compareAndSet(null, End.RETURNED)) {
      LockSupport.unpark(caller);
    }
    shardOf(goroutine).remove(goroutine);
    if (end.get() != null) {
      forgetIfEmpty();
    }
  }

  /**
   * A goroutine dies of an exception, which ends the program; a later one is kept with the first.
   *
   * @return false if it is nobody's here, for this is the program outside or one that has returned
   */
  boolean panicked(Goroutine goroutine, Throwable e) {
    if (caller == null) {
      return false;
    }
    if (end.compareAndSet(null, new End(goroutine, e))) {
      LockSupport.unpark(caller);
      return true;
    }
    End first = end.get();
    if (first == null || first.cause() == null) {
      return false;
    }
    if (first.cause() != e) {
      first.cause().addSuppressed(e);
    }
    return true;
  }

  private void forgetIfEmpty() {
    if (count() == 0) {
      ALL.remove(this);
    }
  }

  /** How many goroutines it has started so far; counted before each is among the others. */
  long started() {
    return lastId.get();
  }

  int count() {
    int count = 0;
    for (Shard shard : shards) {
      count += shard.size;
    }
    return count;
  }

  /** Its goroutines, by number. */
  List<Goroutine> goroutines() {
    List<Goroutine> all = new ArrayList<>();
    visit(all::add);
    all.sort((a, b) -> Long.compare(a.id, b.id));
    return all;
  }

  /** Shows each goroutine to a visitor until it says false; returns whether it never did. */
  boolean visit(Predicate<Goroutine> visitor) {
    for (Shard shard : shards) {
      if (!shard.visit(visitor)) {
        return false;
      }
    }
    return true;
  }

  private Shard shardOf(Goroutine goroutine) {
    return shards[(int) goroutine.id & (SHARDS - 1)];
  }

  /** Some of a program's goroutines, the youngest first. */
  private static final class Shard extends SpinLock {
    private @Nullable Goroutine first;

    /** How many; written under the lock. */
    private volatile int size;

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    void add(Goroutine goroutine) {
      lock();
      goroutine.next = first;
      if (first != null) {
        first.previous = goroutine;
      }
      first = goroutine;
      size++;
      unlock();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    void remove(Goroutine goroutine) {
      lock();
      Goroutine before = goroutine.previous;
      Goroutine after = goroutine.next;
      if (before == null) {
        first = after;
      } else {
        before.next = after;
      }
      if (after != null) {
        after.previous = before;
      }
      size--;
      unlock();
    }

    boolean visit(Predicate<Goroutine> visitor) {
      lock();
      try {
        for (Goroutine g = first; g != null; g = g.next) {
          if (!visitor.test(g)) {
            return false;
          }
        }
        return true;
      } finally {
        unlock();
      }
    }
  }
}

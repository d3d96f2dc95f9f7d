package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.GoroutinePanic;
import dev.chanlint.runtime.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The goroutines of one {@code Go.run}, or those outside any. A goroutine belongs to the program of
 * the one that started it.
 */
final class Program {

  /** The programs that run, and those that have ended but left goroutines behind. */
  private static final Collection<Program> ALL = ConcurrentHashMap.newKeySet();

  /** What each thread that is in {@code Go.run} watches over, from when main is alive on. */
  private static final Map<Thread, Program> WATCHED = new ConcurrentHashMap<>();

  private static final LongAdder BEGUN = new LongAdder();
  private static final LongAdder MADE = new LongAdder();

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

  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private final Registry alive = new Registry();

  /** Written at each start; not next to {@code end}, which is read at the end of each. */
  private final AtomicLong lastId = new AtomicLong();

  private Program(@Nullable Thread caller) {
    this.caller = caller;
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

  /** How many goroutines there were in all programs so far; each counts before it is made. */
  static long goroutinesBegun() {
    return BEGUN.sum();
  }

  /** How many goroutines there were in all programs so far; each counts once it is made. */
  static long goroutinesMade() {
    return MADE.sum();
  }

  /** Runs a program to its end; the calling thread watches over it. */
  static void run(Task main) {
    Thread caller = Thread.currentThread();
    UnseenThreads.seeCaller(caller);
    Program program = new Program(caller);
    ALL.add(program);
    DeadlockWatch watch = program.startMain(main);
    WATCHED.put(caller, program);
    try {
      program.finish(program.awaitEnd(watch));
    } finally {
      program.end.compareAndSet(null, End.RETURNED);
      WATCHED.remove(caller);
      watch.end();
      program.forgetIfEmpty();
    }
  }

  /** Starts main. One program at a time does, for each watch counts the goroutines there are. */
  private DeadlockWatch startMain(Task body) {
    Goroutine main;
    DeadlockWatch watch;
    synchronized (ALL) {
      main = make(null, body);
      watch = new DeadlockWatch(this, main);
    }
    start(main);
    return watch;
  }

  /** The program that a thread does nothing but watch over until that has ended; null if none. */
  static @Nullable Program watchedBy(Thread caller) {
    Program watched = WATCHED.get(caller);
    return watched != null && watched.isRunning() && !caller.isInterrupted() ? watched : null;
  }

  /** Whether a goroutine of another program called this one, or one that it is within. */
  boolean isWithin(Program other) {
    Goroutine calling = caller == null ? null : Goroutine.of(caller);
    return calling != null && (calling.program == other || calling.program.isWithin(other));
  }

  /**
   * Waits for the end. A goroutine that dies of an exception ends the program before it is gone
   * from those alive, so a look that missed it is told from a deadlock by the program's end.
   */
  private End awaitEnd(DeadlockWatch watch) {
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
    Goroutine goroutine = make(name, body);
    start(goroutine);
    return goroutine;
  }

  private Goroutine make(@Nullable String name, Task body) {
    BEGUN.increment();
    Goroutine goroutine = new Goroutine(this, lastId.incrementAndGet(), name, body);
    MADE.increment();
    return goroutine;
  }

  private void start(Goroutine goroutine) {
    alive.add(goroutine, Thread.currentThread().threadId());
    if (end.get() != null) {
      ALL.add(this);
    }
    Events.started(goroutine);
    goroutine.thread.start();
  }

  /**
   * A goroutine has ended, of an exception or not. The main goroutine ends the program before it is
   * gone from the shards: as long as the program has not ended, it is among the goroutines.
   */
  void ended(Goroutine goroutine) {
    if (goroutine.id == 1 && caller != null && end.compareAndSet(null, End.RETURNED)) {
      LockSupport.unpark(caller);
    }
    Registry.remove(goroutine);
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

  int count() {
    return alive.size();
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
    return alive.visit(visitor);
  }
}

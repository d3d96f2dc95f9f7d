package dev.chanlint.benchmarks.explorers;

import dev.chanlint.benchmarks.explorers.GoPrograms.Buffered;
import dev.chanlint.benchmarks.explorers.GoPrograms.FanIn;
import dev.chanlint.benchmarks.explorers.GoPrograms.Fibonacci;
import dev.chanlint.benchmarks.explorers.GoPrograms.GoIncrements;
import dev.chanlint.benchmarks.explorers.GoPrograms.LastZero;
import dev.chanlint.benchmarks.explorers.GoPrograms.Senders;
import dev.chanlint.benchmarks.explorers.ThreadPrograms.Increments;
import dev.chanlint.benchmarks.explorers.ThreadPrograms.Locks;
import dev.chanlint.benchmarks.explorers.ThreadPrograms.Queue;

/** A program that is explored. */
public enum Explored {
  INCREMENTS("2 threads × 10 increments", 184_756, Increments.class, () -> Increments.main()),
  LOCKS("2 threads × 5 lock, unlock", 252, Locks.class, () -> Locks.main()),
  QUEUE("`ArrayBlockingQueue(1)`, 5 items", 1, Queue.class, () -> Queue.main()),
  GO_INCREMENTS("2 goroutines × 10 increments", 184_756, GoIncrements.class),
  SENDERS("8 senders, 1 receiver, unbuffered", 40_320, Senders.class),
  FAN_IN("3 senders × 4, 1 receiver, unbuffered", 34_650, FanIn.class),
  BUFFERED("3 senders × 4, 1 receiver, capacity 2", 34_650, Buffered.class),
  LAST_ZERO("lastzero(15)", 147_456, LastZero.class),
  FIBONACCI("fib(5)", 218_243, Fibonacci.class);

  /**
   * A program's main method. Given as a lambda, for what is called by a method reference Lincheck
   * does not look into: it takes such a program for one that has three executions.
   */
  @FunctionalInterface
  interface Main {
    void run() throws InterruptedException;
  }

  /** What the table calls it. */
  final String title;

  /** How many Mazurkiewicz traces it has. */
  final long traces;

  private final Class<?> type;
  private final Main main;

  /** Whether it uses nothing but the JDK's threads, so that every tool can explore it. */
  final boolean forAll;

  Explored(String title, long traces, Class<?> type) {
    this(title, traces, type, () -> {}, false);
  }

  Explored(String title, long traces, Class<?> type, Main main) {
    this(title, traces, type, main, true);
  }

  Explored(String title, long traces, Class<?> type, Main main, boolean forAll) {
    this.title = title;
    this.traces = traces;
    this.type = type;
    this.main = main;
    this.forAll = forAll;
  }

  /** The name of the class whose main method it is. */
  String entry() {
    return type.getName();
  }

  /** Runs it once, on threads of the JDK. */
  void run() {
    try {
      main.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

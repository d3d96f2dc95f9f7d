package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.operation.Channel;
import dev.chanlint.explorer.operation.Communication;
import dev.chanlint.explorer.operation.Communication.Case;
import dev.chanlint.explorer.operation.Scheduling;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.GoroutinePanic;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.engine.SelectOp;
import dev.chanlint.runtime.engine.Selected;
import org.jspecify.annotations.Nullable;

/** What runs goroutines and channels, under control. */
public final class Engine {

  /** The index of what {@link #select} returns if nothing was ready and there is a default. */
  public static final int DEFAULT = -1;

  /** The index of what {@link #select} returns if the time was up first. */
  public static final int TIMEOUT = -2;

  /** A select without a timeout. */
  public static final long NO_TIMEOUT = Long.MAX_VALUE;

  /** The number of processors that code under test sees, the same on every machine. */
  private static final int PROCESSORS = 4;

  private Engine() {}

  /** Makes a channel; the capacity is not negative. */
  public static <T> Chan<T> channel(int capacity) {
    return new ModelChan<>(new Channel(Execution.require(), capacity));
  }

  /** The nil channel. */
  public static <T> Chan<T> nilChannel() {
    return new ModelChan<>(null);
  }

  /**
   * Performs one of the communications, any that is ready.
   *
   * @param cases what offers them; a default or a timeout among them is never ready
   * @param hasDefault whether to return {@link #DEFAULT} rather than wait
   * @param timeoutNanos how long to wait, in nanoseconds of virtual time; {@link #NO_TIMEOUT} for
   *     ever
   * @return what was done; its index is that of a case, {@link #DEFAULT} or {@link #TIMEOUT}
   */
  public static Selected select(Select.Case<?>[] cases, boolean hasDefault, long timeoutNanos) {
    Case[] offers = new Case[cases.length];
    for (int i = 0; i < cases.length; i++) {
      offers[i] = offer(SelectOp.of(cases[i]));
    }
    long deadline =
        hasDefault || timeoutNanos == NO_TIMEOUT
            ? Operation.NEVER
            : Execution.require().arm(timeoutNanos);
    Communication done =
        ModelChan.check(Communication.select(offers, hasDefault, deadline).perform());
    int index = done.tookDefault() ? DEFAULT : done.timedOut() ? TIMEOUT : done.performed();
    return new Selected(index, done.received(), done.ok());
  }

  /** Starts a goroutine. */
  public static void go(@Nullable String name, Task body) {
    Execution.require().go(name, Goroutine.Role.GOROUTINE, body::run);
  }

  /** Runs a program's main goroutine to its end. */
  public static void run(Task main) {
    try {
      main.run();
    } catch (Exception e) {
      throw new GoroutinePanic("panic: " + e, e);
    }
  }

  /** Lets other goroutines run. */
  public static void gosched() {
    Scheduling.yield();
  }

  /** Blocks for the given nanoseconds of virtual time; not at all if that is not positive. */
  public static void sleep(long nanos) {
    if (!Scheduling.sleep(nanos)) {
      throw new GoroutineInterruptedException("interrupted in sleep");
    }
  }

  /** How many goroutines exist. */
  public static int numGoroutine() {
    return Scheduling.population();
  }

  /**
   * Sets how many goroutines run at once, for the code under test to read; returns the previous.
   */
  public static int maxProcs(int n) {
    int[] number =
        Execution.require().attachment(Engine.class, "maxProcs", () -> new int[] {PROCESSORS});
    int previous = number[0];
    if (n >= 1) {
      number[0] = n;
    }
    return previous;
  }

  /** Every goroutine: id, name, state. */
  public static String dump() {
    StringBuilder dump = new StringBuilder();
    for (Goroutine goroutine : Execution.require().goroutines()) {
      if (!goroutine.isDone() && goroutine.role() != Goroutine.Role.TIMER) {
        dump.append("goroutine ").append(goroutine.id());
        if (!goroutine.name().isEmpty()) {
          dump.append(" \"").append(goroutine.name()).append('"');
        }
        dump.append(" [").append(goroutine.state()).append("]:\n\n");
      }
    }
    return dump.toString();
  }

  /**
   * Not under control: the explorer reports leaks itself.
   *
   * @throws UnsupportedOperationException always
   */
  public static String leaks() {
    throw new UnsupportedOperationException("Go.leaks is not there under the explorer");
  }

  /** Virtual time, in nanoseconds from the start of the execution. */
  public static long nanoTime() {
    return Scheduling.nanoTime();
  }

  private static Case offer(SelectOp op) {
    Channel channel = ((ModelChan<?>) op.channel).channel();
    return op.isSend && op.value != null ? Case.send(channel, op.value) : Case.receive(channel);
  }
}

package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What fires at a time, once or again and again: it starts an action, or sends the time on a
 * channel of capacity 1 if that is empty. A goroutine of its own, a timer, does the firing.
 *
 * <p>One that fires again and again could go on for ever while others stand ready to run, so it is
 * fair: it does not fire again while a goroutine that could have run at its last firing could
 * still, and has not made a step since. Nor does it while its last time was not received and
 * nothing else waits for a time: a time that is not sent is seen only by those.
 */
public final class AlarmClock extends Resource {

  private final Execution execution;
  private final Channel channel;
  private final @Nullable Body action;
  private final LongFunction<Object> time;
  private @Nullable Fire next;

  /**
   * Makes one that is not set.
   *
   * @param action what it starts; null to send on the channel
   * @param time makes the value to send of the virtual time, in nanoseconds
   */
  public AlarmClock(Execution execution, @Nullable Body action, LongFunction<Object> time) {
    super(execution, "timer");
    this.execution = execution;
    this.channel = Channel.ofTimes(execution);
    this.action = action;
    this.time = time;
  }

  /** Where the time is sent. */
  public Channel channel() {
    return channel;
  }

  /**
   * Sets it, unset: fires after {@code delay} nanoseconds and then every {@code period} if not 0.
   */
  public void set(long delay, long period) {
    start(new Fire(execution.arm(delay), period, period > 0, List.of()));
  }

  /** Sets it, unset, once more: as fair as one that fires again by itself. */
  public void setAgain(long delay) {
    long deadline = execution.arm(delay);
    start(new Fire(deadline, 0, true, readyBeside(Execution.self())));
  }

  private void start(Fire fire) {
    next = fire;
    execution.go("", Goroutine.Role.TIMER, () -> run(fire));
  }

  private List<Waiting> readyBeside(Goroutine self) {
    List<Waiting> now = new ArrayList<>();
    for (Goroutine other : execution.goroutines()) {
      if (other != self && !other.isDone() && other.couldRun()) {
        now.add(new Waiting(other, other.steps()));
      }
    }
    return now;
  }

  /** A goroutine that could run at the last firing, and how many steps it had made. */
  private record Waiting(Goroutine goroutine, int steps) {

    boolean stillWaits() {
      return goroutine.steps() == steps && !goroutine.isDone() && goroutine.couldRun();
    }
  }

  /**
   * Stops it and takes back what was sent and not received: a visible operation.
   *
   * @return whether it was set, or something was taken back
   */
  public boolean stop() {
    boolean[] result = new boolean[1];
    Action stop = new Action("running", "stop timer", this);
    stop.touching(this::touchUnset).then(() -> result[0] = unset(stop.goroutine())).perform();
    return result[0];
  }

  /** What {@link #unset} touches. */
  void touchUnset(Footprint into) {
    into.writes(cell());
    if (next != null) {
      into.retires(next.time);
    }
    channel.touchBuffer(into);
  }

  /** Stops it, as part of an operation of the given goroutine; see {@link #stop}. */
  boolean unset(Goroutine by) {
    boolean unread = channel.drain(by);
    boolean stopped = next != null || unread;
    next = null;
    return stopped;
  }

  private void run(Fire first) {
    Fire fire = first;
    while (true) {
      execution.perform(fire);
      if (action != null) {
        execution.go("", Goroutine.Role.GOROUTINE, action);
      }
      if (fire.again == null) {
        return;
      }
      fire = fire.again;
    }
  }

  /** One firing. */
  private final class Fire extends Operation {

    private final long time;
    private final long period;
    private final boolean repeats;
    private final List<Waiting> ready;
    private @Nullable Fire again;

    Fire(long time, long period, boolean repeats, List<Waiting> ready) {
      this.time = time;
      this.period = period;
      this.repeats = repeats;
      this.ready = ready;
    }

    @Override
    public String state() {
      return "timer";
    }

    @Override
    public String name() {
      return "fire";
    }

    @Override
    public Resource resource() {
      return AlarmClock.this;
    }

    @Override
    public long deadline(int alternative) {
      return next == this ? time : NEVER;
    }

    @Override
    public boolean enabled(int alternative) {
      if (next != this || isIdle()) {
        return false;
      }
      boolean isUnfair = ready.stream().anyMatch(Waiting::stillWaits);
      if (isUnfair) {
        execution.leaveOut();
      }
      return !isUnfair;
    }

    /**
     * Whether it would do nothing but let time pass for which nothing waits. If there are other
     * timers, it matters how much has passed when one is armed or received from: that is left out.
     */
    private boolean isIdle() {
      if (!isInVain()) {
        return false;
      }
      for (Goroutine other : execution.goroutines()) {
        Operation pending = other.pending();
        if (pending != null && pending != this && pending.isWaitingForTime()) {
          if (!(pending instanceof Fire fire && fire.isInVain())) {
            return false;
          }
        }
      }
      if (execution.timers() > 1) {
        execution.leaveOut();
      }
      return true;
    }

    /** Whether the last time that it sent is still to be received. */
    private boolean isInVain() {
      return period > 0 && action == null && channel.isFull();
    }

    @Override
    public boolean isDrivenByTime(int alternative) {
      return action == null;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(cell());
      if (action == null) {
        channel.touchBuffer(into);
      }
      if (repeats) {
        into.everything();
      }
    }

    @Override
    public void execute(int alternative) {
      if (action == null) {
        channel.offer(goroutine(), AlarmClock.this.time.apply(execution.now()));
      }
      List<Waiting> now = period > 0 ? readyBeside(goroutine()) : List.of();
      again = period > 0 ? new Fire(time + period, period, true, now) : null;
      next = again;
    }
  }
}

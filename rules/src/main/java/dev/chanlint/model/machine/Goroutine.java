package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Access.Sleep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A goroutine, thread or timer of the abstract machine. */
public final class Goroutine {

  /** What it is. */
  public enum Kind {
    /** The one that runs the entry point. */
    MAIN,
    /** A goroutine. */
    GOROUTINE,
    /** A platform thread, which keeps the process alive. */
    THREAD,
    /** A timer that goes off by itself. */
    TIMER,
    /** A worker of a pool that waits for tasks; that it waits is no fault. */
    WORKER
  }

  private final int number;
  private final long path;
  private final Kind kind;
  private final @Nullable Position spawnedAt;
  private final @Nullable Goroutine spawner;
  final List<Frame> frames = new ArrayList<>();
  final Clock clock = new Clock();
  final List<Hold> holds = new ArrayList<>();
  @Nullable Pending pending;
  boolean parked;
  boolean yielded;
  boolean finished;
  @Nullable Function spawnedIn;
  int children;
  @Nullable Position effectAfterMain;
  @Nullable Sleep sleep;
  private final Map<Thing, Set<Position>> obtained = new IdentityHashMap<>();
  private final Map<Thing, Position> sent = new IdentityHashMap<>();
  private boolean readsOptimistically;
  private boolean interrupted;
  private boolean mayHaveHeard;

  Goroutine(
      int number, long path, Kind kind, @Nullable Position spawnedAt, @Nullable Goroutine spawner) {
    this.number = number;
    this.path = path;
    this.kind = kind;
    this.spawnedAt = spawnedAt;
    this.spawner = spawner;
  }

  /**
   * The number by order of start.
   *
   * @return 0 for the first
   */
  public int number() {
    return number;
  }

  /**
   * What tells it apart from others in whatever order they started.
   *
   * @return a number that it has in every run in which the same goroutines start it
   */
  public long path() {
    return path;
  }

  /**
   * What it is.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Where it was started.
   *
   * @return the call, null for the first
   */
  public @Nullable Position spawnedAt() {
    return spawnedAt;
  }

  /**
   * Who started it.
   *
   * @return the goroutine, null for the first
   */
  public @Nullable Goroutine spawner() {
    return spawner;
  }

  /**
   * What it knows of the others' progress.
   *
   * @return its vector clock
   */
  public Clock clock() {
    return clock;
  }

  /**
   * The locks it holds.
   *
   * @return in order of acquisition
   */
  public List<Hold> holds() {
    return holds;
  }

  /**
   * What it is about to do or waits for.
   *
   * @return the operation, null between operations
   */
  public @Nullable Pending pending() {
    return pending;
  }

  /**
   * Whether it waits.
   *
   * @return true if it tried its operation and could not complete it
   */
  public boolean isParked() {
    return parked;
  }

  /**
   * Whether it has ended.
   *
   * @return true at the end
   */
  public boolean isFinished() {
    return finished;
  }

  /**
   * The first output it made after the main goroutine had returned.
   *
   * @return where, or null
   */
  public @Nullable Position effectAfterMain() {
    return effectAfterMain;
  }

  /**
   * Its activations of program code.
   *
   * @return innermost first
   */
  public List<Frame.Code> stack() {
    List<Frame.Code> stack = new ArrayList<>();
    for (Frame frame : frames.reversed()) {
      if (frame instanceof Frame.Code code) {
        stack.add(code);
      }
    }
    return stack;
  }

  /**
   * Whether a call is still running.
   *
   * @param frame its activation
   * @return true if it is on the stack
   */
  public boolean isOnStack(Frame frame) {
    return frames.stream().anyMatch(f -> f == frame);
  }

  /**
   * The function that started it.
   *
   * @return the function; for the first goroutine null, or what the caller from outside does
   */
  public @Nullable Function spawnedIn() {
    return spawnedIn;
  }

  /**
   * Notes that it read a reference, and under which locks.
   *
   * @param value what it read
   */
  public void obtain(Value value) {
    if (!(value instanceof Thing thing)) {
      return;
    }
    if (holds.isEmpty()) {
      obtained.remove(thing);
    } else {
      Set<Position> locks = new HashSet<>();
      holds.forEach(hold -> locks.add(hold.lock().madeAt()));
      obtained.put(thing, locks);
    }
  }

  /** The locks, by where they were made, that it held when it last read a reference. */
  Set<Position> obtainedUnder(@Nullable Thing thing) {
    return thing == null ? Set.of() : obtained.getOrDefault(thing, Set.of());
  }

  /**
   * Begins or ends a stretch of reads whose results count only if they are found valid.
   *
   * @param begins whether it begins
   */
  public void readOptimistically(boolean begins) {
    readsOptimistically = begins;
  }

  /**
   * Whether it was interrupted before it had ended. What it then does is not modelled.
   *
   * @return true from then on
   */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** Interrupts it; one that has ended hears nothing of it. */
  public void interrupt() {
    interrupted |= !finished;
  }

  /**
   * Whether what it does, or did, may be other than modelled since it was interrupted. One that has
   * ended without an operation that could have told it is none of these.
   *
   * @return true if it may be
   */
  public boolean isDisturbed() {
    return interrupted && (!finished || mayHaveHeard);
  }

  /** Notes that it performs an operation. */
  void performs(Operation operation) {
    mayHaveHeard |= interrupted && operation.isInterruptible();
  }

  boolean readsOptimistically() {
    return readsOptimistically;
  }

  /** Notes that it sent objects to others. */
  void send(Set<Thing> things, Position at) {
    things.forEach(thing -> sent.put(thing, at));
  }

  @Nullable Position sentAt(@Nullable Thing thing) {
    return thing == null ? null : sent.get(thing);
  }

  /** Whether one of its activations stands in a loop. */
  boolean isInLoop() {
    for (Frame frame : frames) {
      if (frame instanceof Frame.Code code && code.isInLoop()) {
        return true;
      }
    }
    return false;
  }

  /** Adds what it can still do to a fingerprint. */
  void fingerprint(Fingerprint sink) {
    sink.add(this);
    sink.add(
        (parked ? 1 : 0)
            + (finished ? 2 : 0)
            + (yielded ? 4 : 0)
            + (interrupted ? 8 : 0)
            + (mayHaveHeard ? 16 : 0));
    frames.forEach(frame -> frame.fingerprint(sink));
    if (pending != null) {
      pending.fingerprint(sink);
    }
  }

  /** The innermost activation of program code. */
  Frame.@Nullable Code innermost() {
    for (int n = frames.size() - 1; n >= 0; n--) {
      if (frames.get(n) instanceof Frame.Code code) {
        return code;
      }
    }
    return null;
  }

  boolean isBackground() {
    return kind == Kind.TIMER || kind == Kind.WORKER;
  }

  @Nullable Frame top() {
    return frames.isEmpty() ? null : frames.getLast();
  }
}

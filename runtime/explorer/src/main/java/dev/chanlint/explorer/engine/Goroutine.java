package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Site;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A goroutine (or thread, or timer) of the code under test, in one execution. */
public final class Goroutine {

  private final Execution execution;
  private final int id;
  private final int lineage;
  private final String name;
  private final Role role;
  private final List<Site> spawnedAt;
  private final VectorClock clock;
  private final Thread thread;
  private final int endCell;
  private final int interruptCell;

  private @Nullable Operation pending;
  private List<Site> stack = List.of();
  private boolean resumed;
  private int cells;
  private int children;
  private boolean arrived;
  private boolean changed = true;

  private boolean yielded;
  private int atomic;
  private int backEdges;
  private int arrival;
  private int steps;
  private int movedAt;
  private @Nullable Object attachment;
  private @Nullable Object detector;

  /** What a goroutine is for. */
  public enum Role {
    /** Runs the program. */
    MAIN,
    /** Started by the code under test. */
    GOROUTINE,
    /** A thread that keeps the program going after main has returned: one that is no daemon. */
    THREAD,
    /** A timer of the runtime: not one of the program's goroutines, never leaked. */
    TIMER
  }

  Goroutine(
      Execution execution,
      int id,
      int lineage,
      String name,
      Role role,
      List<Site> spawnedAt,
      VectorClock clock,
      Thread thread) {
    this.execution = execution;
    this.id = id;
    this.lineage = lineage;
    this.name = name;
    this.role = role;
    this.spawnedAt = spawnedAt;
    this.clock = clock;
    this.thread = thread;
    this.endCell = newCell();
    this.interruptCell = newCell();
    clock.tick(id);
  }

  /** The execution it belongs to. */
  public Execution execution() {
    return execution;
  }

  /** Its number, from 1 for main, in the order of starting. */
  public int id() {
    return id;
  }

  /** Its number by whom it was started; see {@link Names}. */
  public int lineage() {
    return lineage;
  }

  /** Its name; empty if it was given none. */
  public String name() {
    return name;
  }

  /** What it is for. */
  public Role role() {
    return role;
  }

  /** Where it was started, if the execution is traced. */
  public List<Site> spawnedAt() {
    return spawnedAt;
  }

  /** What happens before its next action. */
  public VectorClock clock() {
    return clock;
  }

  /** The thread that it runs on. */
  public Thread thread() {
    return thread;
  }

  /** Where it stands, innermost first, code under test only; reads its stack. */
  public List<Site> where() {
    return Ending.stack(execution, this);
  }

  /** What it is about to do or waits for; null once done. */
  public @Nullable Operation pending() {
    return pending;
  }

  /** The cell that its end writes: what a join depends on. */
  public int endCell() {
    return endCell;
  }

  /** The cell of its interrupt status. */
  public int interruptCell() {
    return interruptCell;
  }

  /** Its interrupt status. */
  public boolean isInterrupted() {
    return execution.store().is(interruptCell);
  }

  /** Sets its interrupt status; called by operations that write {@link #interruptCell}. */
  public void setInterrupted(boolean status) {
    execution.store().set(interruptCell, status);
  }

  /** Whether it has ended. */
  public boolean isDone() {
    return execution.store().is(endCell);
  }

  /** Go's word for its state. */
  public String state() {
    if (isDone()) {
      return "done";
    }
    return pending == null ? "running" : pending.state();
  }

  /** What was done before the other clock's time happens before what this goroutine does next. */
  public void acquire(VectorClock other) {
    clock.join(other);
  }

  /** What this goroutine did so far happens before what is ordered after {@code into}. */
  public void release(VectorClock into) {
    into.join(clock);
    clock.tick(id);
  }

  /** Something of another part of the explorer that goes with this goroutine. */
  public @Nullable Object attachment() {
    return attachment;
  }

  /** Sets {@link #attachment}. */
  public void attach(@Nullable Object value) {
    attachment = value;
  }

  /** The race detector's, kept here to be found at once. */
  public @Nullable Object detector() {
    return detector;
  }

  /** Sets {@link #detector}. */
  public void detector(Object value) {
    detector = value;
  }

  /**
   * Until the matching {@link #leaveAtomic}, operations are executed where they stand, without a
   * scheduling point: for code that cannot be suspended, such as a class initialiser.
   */
  public void enterAtomic() {
    atomic++;
  }

  /** Ends what {@link #enterAtomic} began. */
  public void leaveAtomic() {
    atomic--;
  }

  boolean isAtomic() {
    return atomic > 0;
  }

  /** Leaves an operation pending and waits until it was executed; on the goroutine's own thread. */
  void await(Operation operation, List<Site> where) {
    resumed = false;
    leave(operation, where);
    while (!resumed) {
      LockSupport.park(this);
    }
  }

  /**
   * Leaves an operation pending and does not wait: for the last one, after which nothing is left to
   * do for the thread.
   */
  void leave(Operation operation, List<Site> where) {
    backEdges = 0;
    stack = where;
    pending = operation;
    arrived = false;
    arrival = execution.nextArrival();
    operation.pend(this);
  }

  /** Whether it came to its operation after another came to its own. */
  boolean cameAfter(Goroutine other) {
    return arrival > other.arrival;
  }

  int countBackEdge() {
    return ++backEdges;
  }

  /** Lets it go on; the driver then runs its thread. */
  void resume() {
    pending = null;
    resumed = true;
  }

  void end() {
    execution.store().set(endCell, true);
  }

  /**
   * Where it stood at its last operation, innermost first; empty if the execution is not traced.
   */
  public List<Site> stack() {
    return stack;
  }

  /** Whether it is known to wait at its pending operation, rather than to be on the way there. */
  boolean hasArrived() {
    return arrived;
  }

  void arrive() {
    arrived = true;
  }

  /** Numbers the next cell that it makes. */
  int newCell() {
    return execution.names().cell(lineage, cells++);
  }

  /** Numbers the next goroutine that it starts. */
  int newChild() {
    return execution.names().goroutine(lineage, children++);
  }

  /** How many steps it has made. */
  public int steps() {
    return steps;
  }

  /** How often timers had fired when it was started or made its last step. */
  int movedAt() {
    return movedAt;
  }

  /** Sets {@link #movedAt()}. */
  void movedAt(int firings) {
    movedAt = firings;
  }

  /** Whether it could do something without waiting for time to pass. */
  public boolean couldRun() {
    Operation operation = pending;
    return operation != null && Enabled.solo(operation);
  }

  /** Notes a step of this goroutine; see {@link Operation#yields}. */
  void stepped(Operation operation, boolean change) {
    steps++;
    if (operation.yields()) {
      yielded = willYieldInVain(change);
      changed = change;
    } else if (change) {
      changed = true;
    }
  }

  boolean willYieldInVain(boolean change) {
    return !changed && !change;
  }

  boolean hasYielded() {
    return yielded;
  }

  void othersStepped() {
    yielded = false;
  }

  @Override
  public String toString() {
    return "goroutine " + id;
  }
}

package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One execution of the code under test, as its goroutines and the operations see it. Everything
 * here is confined to the carrier: the driver and the goroutines take turns on it.
 */
public final class Execution {

  private static final ThreadLocal<@Nullable Goroutine> CURRENT = new ThreadLocal<>();

  /** How often a goroutine may jump back without a visible operation before it is held to loop. */
  private static final int MAX_BACK_EDGES = 2_000_000;

  private final Workload workload;
  private final boolean traced;
  private final Carrier carrier = new Carrier();
  private final List<Goroutine> goroutines = new ArrayList<>();
  private final List<Goroutine> newborn = new ArrayList<>();
  private final Map<Part, Object> attachments = new HashMap<>();
  private final Map<String, Integer> madeAt = new HashMap<>();
  private final StringBuilder output = new StringBuilder();
  private final List<Incident> incidents = new ArrayList<>();

  private final Names names;
  private final Store store = new Store();
  private int ownCells;
  private int fleetingCells;
  private int lookingUp;
  private int arrivals;
  private int timers;
  private long identities;
  private final int outputCell;
  private final int populationCell;

  private long now;
  private boolean progress;
  private @Nullable String outputAtEnd;
  private @Nullable String limit;
  private boolean stopped;
  private boolean leftOut;

  /** Whether coming to a wait that an interrupt ends is a step. */
  private final boolean arrivalIsStep;

  /**
   * A fault that was met.
   *
   * @param fault its kind
   * @param message what happened, for a reader
   * @param sites the places at fault, each the innermost in code under test
   */
  public record Incident(Fault fault, String message, List<Site> sites) {}

  private record Part(Object owner, Object key) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part that && owner == that.owner && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(owner) * 31 + key.hashCode();
    }
  }

  /**
   * Makes an execution that has not begun.
   *
   * @param workload what to run
   * @param traced whether to note the stack of each operation and where things are made
   * @param names numbers its goroutines and cells
   */
  Execution(Workload workload, boolean traced, Names names) {
    this.workload = workload;
    this.traced = traced;
    this.names = names;
    this.arrivalIsStep = workload.isStep(Workload.Late.ARRIVAL);
    this.outputCell = newCell();
    this.populationCell = newCell();
  }

  // --- For the code under test, through the models and hooks ---

  /** The execution whose goroutine the calling thread is; null outside any. */
  public static @Nullable Execution current() {
    Goroutine goroutine = CURRENT.get();
    return goroutine == null ? null : goroutine.execution();
  }

  /**
   * The execution whose goroutine the calling thread is.
   *
   * @throws IllegalStateException if it is none
   */
  public static Execution require() {
    return self().execution();
  }

  /**
   * The goroutine that the calling thread is; null if it is none. A thread that is neither a
   * goroutine nor runs an execution is one that the code under test got from somewhere outside
   * control: executions that run meanwhile cannot be trusted to be all there are.
   */
  public static @Nullable Goroutine goroutine() {
    Goroutine goroutine = CURRENT.get();
    if (goroutine == null) {
      Drivers.seen(Thread.currentThread());
    }
    return goroutine;
  }

  /**
   * The goroutine that the calling thread is.
   *
   * @throws IllegalStateException if it is none
   */
  public static Goroutine self() {
    Goroutine goroutine = CURRENT.get();
    if (goroutine == null) {
      throw new IllegalStateException(
          Thread.currentThread() + " is no goroutine under exploration");
    }
    return goroutine;
  }

  /** Performs a visible operation on the calling goroutine: returns when it was executed. */
  public void perform(Operation operation) {
    Goroutine self = self();
    if (self.isAtomic()) {
      performAtomically(self, operation);
    } else {
      if (arrivalIsStep && operation.looksForInterruptFirst()) {
        self.await(new Arrival(), here());
      }
      self.await(operation, here());
    }
  }

  /**
   * Makes a data choice, explored like any other.
   *
   * @param label what is chosen, for the witness
   * @param bound how many outcomes there are
   * @return the outcome, from 0 to below the bound
   */
  public int choose(String label, int bound) {
    if (bound == 1) {
      return 0;
    }
    DataChoice choice = new DataChoice(label, bound);
    perform(choice);
    return choice.chosen();
  }

  /** Writes to the standard output of the code under test. */
  public void print(String text) {
    perform(new Print(this, text));
  }

  /**
   * Starts a goroutine: a visible operation.
   *
   * @param name its name, null or empty for none
   * @param role what it is for
   * @param body what it runs
   */
  public void go(@Nullable String name, Goroutine.Role role, Body body) {
    perform(new Spawn(this, name == null ? "" : name, role, body, null));
  }

  /**
   * Starts the goroutine that something was made for, unless that was done: a visible operation.
   *
   * @param started what is started; its number in the {@link #store} is 1 from then on
   * @param name its name, empty for none
   * @param role what it is for
   * @param body what it runs
   * @return null if it had been started before
   */
  public @Nullable Goroutine start(Resource started, String name, Goroutine.Role role, Body body) {
    Spawn spawn = new Spawn(this, name, role, body, started);
    perform(spawn);
    return spawn.child();
  }

  /**
   * Arms a timer: a visible operation.
   *
   * @param nanos how long from now, in nanoseconds
   * @return the deadline in virtual time
   */
  public long arm(long nanos) {
    Arm arm = new Arm(this, nanos);
    perform(arm);
    timers++;
    return arm.deadline();
  }

  /** How many timers were armed so far. */
  public int timers() {
    return timers;
  }

  /**
   * Ends the exploration, as one that cannot cover everything. Does not return on a goroutine.
   *
   * @param reason what is outside control, for a reader
   */
  public void uncontrolled(String reason) {
    if (limit == null) {
      limit = reason;
    }
    stopped = true;
    while (CURRENT.get() != null) {
      LockSupport.park(this);
    }
  }

  /** Notes that something was not allowed, though possible, because it could go on for ever. */
  public void leaveOut() {
    leftOut = true;
  }

  /** Notes a fault; the execution goes on. */
  public void report(Fault fault, String message, List<Site> sites) {
    incidents.add(new Incident(fault, message, List.copyOf(sites)));
  }

  /**
   * Notes a backward jump of the calling goroutine. One that makes millions without a visible
   * operation is held to loop for ever, and is left there.
   */
  public void backEdge() {
    Goroutine self = self();
    if (self.countBackEdge() > MAX_BACK_EDGES) {
      self.await(new Spin(), here());
    }
  }

  /** What is run. */
  public Workload workload() {
    return workload;
  }

  /** Which racing accesses are scheduling points. */
  public String exposed() {
    return workload.exposed();
  }

  /** Whether stacks and places are noted. */
  public boolean isTraced() {
    return traced;
  }

  /**
   * Where the calling goroutine stands, innermost first, code under test only; empty if untraced.
   */
  public List<Site> here() {
    return traced ? StackWalker.getInstance().walk(frames -> sites(frames)) : List.of();
  }

  /**
   * Notes that a goroutine has changed a variable, looked at the time or drawn a number, so that it
   * may do something else the next time round.
   */
  public void progress() {
    progress = true;
  }

  /** Whether there was {@link #progress} since this was last asked. */
  boolean takeProgress() {
    boolean taken = progress;
    progress = false;
    return taken;
  }

  /** Virtual time, in nanoseconds from the start of the execution. */
  public long now() {
    return now;
  }

  /** How many objects of a kind were made at a place, with the one that is being made. */
  int ordinalOf(String kind, Site made) {
    return madeAt.merge(kind + made, 1, Integer::sum);
  }

  /** A new part of the state that footprints tell apart, made by the calling goroutine. */
  public int newCell() {
    if (lookingUp > 0) {
      return Names.fleetingCell(fleetingCells++);
    }
    Goroutine maker = CURRENT.get();
    return maker == null ? names.cell(Names.NOBODY, ownCells++) : maker.newCell();
  }

  /** As many new cells. */
  public int[] newCells(int count) {
    int[] cells = new int[count];
    Arrays.setAll(cells, i -> newCell());
    return cells;
  }

  /**
   * Makes something that comes to be when it is first looked at, by whichever goroutine that is.
   */
  public <T> T lookUp(Supplier<T> make) {
    lookingUp++;
    try {
      return make.get();
    } finally {
      lookingUp--;
    }
  }

  /** The numbers that say what can be done. */
  public Store store() {
    return store;
  }

  /** The cell of standard output. */
  public int outputCell() {
    return outputCell;
  }

  /** The cell of the number of goroutines. */
  public int populationCell() {
    return populationCell;
  }

  /** Every goroutine started so far, the ended ones too, by number. */
  public List<Goroutine> goroutines() {
    return goroutines;
  }

  /**
   * What goes with an object of the code under test for the length of this execution, made on first
   * use.
   *
   * @param owner the object, told apart by identity
   * @param key tells apart the owner's parts
   */
  @SuppressWarnings("unchecked")
  public <T> T attachment(Object owner, Object key, Supplier<T> make) {
    Part part = new Part(owner, key);
    Object known = attachments.get(part);
    if (known == null) {
      known = lookUp(make);
      attachments.put(part, known);
    }
    return (T) known;
  }

  /**
   * A number that tells an object from all others, for the length of this execution; 0 for null.
   */
  public long identity(@Nullable Object object) {
    return object == null ? 0 : attachment(object, Long.class, () -> ++identities);
  }

  // --- For the driver and the engine's own operations ---

  Carrier carrier() {
    return carrier;
  }

  List<Goroutine> newborn() {
    return newborn;
  }

  List<Incident> incidents() {
    return incidents;
  }

  boolean isStopped() {
    return stopped;
  }

  boolean hasLeftOut() {
    return leftOut;
  }

  void stop() {
    stopped = true;
  }

  @Nullable String limit() {
    return limit;
  }

  /** Numbers the operations in the order in which goroutines come to them. */
  int nextArrival() {
    return arrivals++;
  }

  void advance(long deadline) {
    now = Math.max(now, deadline);
  }

  void write(String text) {
    output.append(text);
  }

  /** What stood on standard output when main returned or the program failed, or now. */
  String outputAtEnd() {
    return outputAtEnd == null ? output.toString() : outputAtEnd;
  }

  void freezeOutput() {
    if (outputAtEnd == null) {
      outputAtEnd = output.toString();
    }
  }

  Goroutine main() {
    return goroutines.getFirst();
  }

  /** Starts a goroutine; {@code parent} is null for main. */
  Goroutine start(
      @Nullable Goroutine parent,
      String name,
      Goroutine.Role role,
      Body body,
      List<Site> spawnedAt,
      VectorClock clock) {
    int id = goroutines.size() + 1;
    int lineage = parent == null ? names.goroutine(Names.NOBODY, 0) : parent.newChild();
    if (id >= Move.MAX_GOROUTINES || lineage >= Move.MAX_GOROUTINES) {
      throw new IllegalStateException("more than " + Move.MAX_GOROUTINES + " goroutines");
    }
    GoroutineMain runnable = new GoroutineMain(body);
    Thread thread = carrier.thread(name, runnable);
    Goroutine goroutine = new Goroutine(this, id, lineage, name, role, spawnedAt, clock, thread);
    runnable.goroutine = goroutine;
    goroutines.add(goroutine);
    newborn.add(goroutine);
    return goroutine;
  }

  int fleetingCells() {
    return fleetingCells;
  }

  Names names() {
    return names;
  }

  /** The frames of code under test. */
  List<Site> sites(Stream<StackWalker.StackFrame> frames) {
    return frames
        .filter(frame -> workload.isUnderTest(frame.getClassName()))
        .map(frame -> site(frame.toStackTraceElement()))
        .toList();
  }

  /** The frames of code under test. */
  List<Site> sites(StackTraceElement[] frames) {
    return Stream.of(frames)
        .filter(frame -> workload.isUnderTest(frame.getClassName()))
        .map(Execution::site)
        .toList();
  }

  private static Site site(StackTraceElement frame) {
    String file = frame.getFileName();
    return new Site(
        frame.getClassName(),
        frame.getMethodName(),
        file == null ? "" : file,
        Math.max(frame.getLineNumber(), 0));
  }

  private void performAtomically(Goroutine self, Operation operation) {
    operation.pend(self);
    for (int i = 0; i < operation.alternatives(); i++) {
      if (operation.enabled(i)) {
        operation.choose(i);
        operation.execute(i);
        return;
      }
    }
    uncontrolled(operation.state() + " blocks where a goroutine cannot be suspended");
  }

  /** What the thread of a goroutine runs. */
  private static final class GoroutineMain implements Runnable {

    private final Body body;
    private @Nullable Goroutine goroutine;

    GoroutineMain(Body body) {
      this.body = body;
    }

    @Override
    public void run() {
      CURRENT.set(goroutine);
      Throwable thrown = null;
      try {
        body.run();
      } catch (Throwable e) {
        thrown = e;
      }
      Goroutine self = self();
      self.leave(new End(self.execution(), thrown), List.of());
    }
  }
}

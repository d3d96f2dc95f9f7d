package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the code under test sees it, for one execution: the {@link Thread} object that it
 * holds, which is never started, and the goroutine that runs in its place. A goroutine that was not
 * started as a thread has one too, with the goroutine's own thread.
 */
final class JavaThread extends Resource {

  private final Thread thread;
  private final Store store;
  private final int permitCell;
  private final VectorClock interruptClock = new VectorClock();
  private final VectorClock permitClock = new VectorClock();
  private @Nullable Runnable body;
  private @Nullable Goroutine goroutine;
  private ScopedValues.@Nullable Bindings bindings;
  private boolean interrupted;
  private long seed;

  private JavaThread(Execution execution, Thread thread) {
    super(execution, "thread");
    this.thread = thread;
    this.store = execution.store();
    this.permitCell = execution.newCell();
  }

  /** That of the goroutine. */
  static JavaThread of(Goroutine goroutine) {
    if (goroutine.attachment() instanceof JavaThread known) {
      return known;
    }
    JavaThread made = of(goroutine.execution(), goroutine.thread());
    made.store.init(made.cell(), 1);
    made.bind(goroutine);
    return made;
  }

  /** That of a thread object. */
  static JavaThread of(Execution execution, Thread thread) {
    return execution.attachment(thread, JavaThread.class, () -> new JavaThread(execution, thread));
  }

  private void bind(Goroutine runs) {
    goroutine = runs;
    runs.setInterrupted(runs.isInterrupted() || interrupted);
    seed = 0x9E3779B97F4A7C15L * runs.id();
    runs.attach(this);
  }

  /** Begins to be what a goroutine runs; on that goroutine. */
  void begin(Goroutine self) {
    bind(self);
  }

  Thread thread() {
    return thread;
  }

  /** What it runs, where the thread object does not know. */
  void body(Runnable runs) {
    body = runs;
  }

  @SuppressWarnings("DoNotCall") // on the goroutine that stands for the thread
  void run() {
    Runnable runs = body == null ? thread : body;
    runs.run();
  }

  /** The scoped values that it has bound. */
  ScopedValues.@Nullable Bindings bindings() {
    return bindings;
  }

  void bindings(ScopedValues.@Nullable Bindings bound) {
    bindings = bound;
  }

  boolean isStarted() {
    return store.is(cell());
  }

  void goroutine(Goroutine runs) {
    goroutine = runs;
  }

  @Nullable Goroutine goroutine() {
    return goroutine;
  }

  boolean isDone() {
    return goroutine != null && goroutine.isDone();
  }

  boolean isInterrupted() {
    return goroutine == null ? interrupted : goroutine.isInterrupted();
  }

  private void setInterrupted(boolean status) {
    interrupted = status;
    if (goroutine != null) {
      goroutine.setInterrupted(status);
    }
  }

  /** Adds a change of the interrupt status. */
  void writeInterrupt(Footprint into) {
    into.writes(cell());
    if (goroutine != null) {
      into.writes(goroutine.interruptCell());
    }
  }

  /** Sets the interrupt status; in a step of {@code by}. */
  void interrupt(Goroutine by) {
    setInterrupted(true);
    by.release(interruptClock);
  }

  void acquireInterrupt() {
    if (goroutine != null) {
      goroutine.acquire(interruptClock);
    }
  }

  /** What came before the interrupt happens before what an observer of it does next. */
  void acquireInterruptInto(Goroutine observer) {
    if (isInterrupted()) {
      observer.acquire(interruptClock);
    }
  }

  void clearInterrupt() {
    setInterrupted(false);
  }

  /** Clears the status; returns what a wait that it has ended throws. */
  InterruptedException answerInterrupt() {
    clearInterrupt();
    return new InterruptedException();
  }

  /** The cell of its permit to go on from a park. */
  int permitCell() {
    return permitCell;
  }

  boolean hasPermit() {
    return store.is(permitCell);
  }

  void givePermit(Goroutine by) {
    store.set(permitCell, true);
    by.release(permitClock);
  }

  void takePermit(Goroutine self) {
    store.set(permitCell, false);
    self.acquire(permitClock);
  }

  /** The next number of a sequence that is the same in every execution. */
  long draw() {
    seed += 0x9E3779B97F4A7C15L;
    long mixed = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}

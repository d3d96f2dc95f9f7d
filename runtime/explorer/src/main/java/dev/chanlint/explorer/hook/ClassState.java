package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.race.Detector;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a class under test is initialised in the current execution: the procedure of JLS 12.4.2,
 * with the class's initialisation lock under control. One execution runs at a time on a class, so
 * plain fields suffice.
 */
public final class ClassState {

  private final String className;

  private long execution;
  private @Nullable Goroutine initializer;
  private boolean done;
  private @Nullable Throwable failure;
  private @Nullable Initialization lock;
  private final BitSet ordered = new BitSet();

  /** Makes the state of a class that was initialised in no execution. */
  public ClassState(String className) {
    this.className = className;
  }

  /**
   * At an active use of the class.
   *
   * @return whether the caller is to run the initialiser now, and then call {@link #end}
   */
  public boolean begin() {
    Goroutine self = Execution.goroutine();
    if (self == null) {
      return initializeOutside();
    }
    long number = Detector.of(self).number();
    if (execution != number) {
      forget(number);
    } else if (ordered.get(self.id())) {
      return false;
    }
    return beginOrAwait(self);
  }

  private void forget(long number) {
    execution = number;
    initializer = null;
    done = false;
    failure = null;
    lock = null;
    ordered.clear();
  }

  /** With no execution running there is nothing to keep apart. */
  private boolean initializeOutside() {
    if (execution == -1) {
      return false;
    }
    forget(-1);
    return true;
  }

  private boolean beginOrAwait(Goroutine self) {
    if (initializer == self && !done) {
      return false;
    }
    Initialization lock = lock(self.execution());
    if (self.execution().workload().isStep(Workload.Late.INITIALIZATION)) {
      self.execution().perform(new Use(lock));
    }
    if (initializer == null) {
      initializer = self;
      enter(self);
      return true;
    }
    if (!done) {
      self.execution().perform(new Await(lock));
    }
    self.acquire(lock.clock);
    if (failure != null) {
      throw noClassDefFound(failure);
    }
    ordered.set(self.id());
    return false;
  }

  private Initialization lock(Execution running) {
    Initialization known = lock;
    if (known == null) {
      known = running.lookUp(() -> new Initialization(running));
      lock = known;
    }
    return known;
  }

  /** How many classes a goroutine is initialising, the one for the other. */
  private static int[] depth(Goroutine self) {
    return self.execution().attachment(self, ClassState.class, () -> new int[1]);
  }

  /** Two goroutines may wait for each other only if each initialises a class for another. */
  private static void enter(Goroutine self) {
    Execution running = self.execution();
    if (depth(self)[0]++ > 0 && running.goroutines().size() > 1) {
      running.workload().matters(Workload.Late.INITIALIZATION);
    }
  }

  private NoClassDefFoundError noClassDefFound(Throwable cause) {
    NoClassDefFoundError error =
        new NoClassDefFoundError("Could not initialize class " + className);
    error.initCause(cause);
    return error;
  }

  /** The initialiser has run. */
  public void end() {
    finish();
  }

  /** The initialiser has thrown; returns what to throw. */
  public Throwable failed(Throwable thrown) {
    failure = thrown;
    finish();
    return thrown instanceof Error ? thrown : new ExceptionInInitializerError(thrown);
  }

  private void finish() {
    done = true;
    Goroutine self = Execution.goroutine();
    if (self != null && lock != null) {
      depth(self)[0]--;
      self.release(lock.clock);
      if (failure == null) {
        ordered.set(self.id());
      }
      if (lock.awaited) {
        self.execution().perform(new Finish(lock));
      }
    }
  }

  /** The initialisation lock of the class. */
  private final class Initialization extends Resource {

    private final VectorClock clock = new VectorClock();
    private boolean awaited;

    Initialization(Execution running) {
      super(running, "initialisation of " + className);
    }

    boolean isDone() {
      return done;
    }
  }

  /** Uses the class for the first time: the first of all goroutines to do so initialises it. */
  private static final class Use extends Step {

    private final Initialization lock;

    Use(Initialization lock) {
      super("use", lock, "running");
      this.lock = lock;
    }

    private Store store() {
      return goroutine().execution().store();
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      if (store().is(lock.cell())) {
        into.reads(lock.cell());
      } else {
        into.writes(lock.cell());
      }
    }

    @Override
    public void interest(Footprint into) {
      into.writes(lock.cell());
    }

    @Override
    public boolean changes(int alternative) {
      return !store().is(lock.cell());
    }

    @Override
    public void execute(int alternative) {
      store().set(lock.cell(), true);
    }
  }

  /** Waits until another goroutine has initialised the class. */
  private static final class Await extends Step {

    private final Initialization lock;

    Await(Initialization lock) {
      super("await", lock, "class initialisation");
      this.lock = lock;
      lock.awaited = true;
    }

    @Override
    public boolean enabled(int alternative) {
      return lock.isDone();
    }

    /** The initialiser ends between two steps, and the store is not told. */
    @Override
    public boolean isForeseeable() {
      return false;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(lock.cell());
    }

    @Override
    public void execute(int alternative) {}
  }

  /** Lets those that wait go on. */
  private static final class Finish extends Step {

    Finish(Initialization lock) {
      super("initialised", lock, "running");
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.everything();
    }

    @Override
    public void execute(int alternative) {}
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Workload;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Stands for {@link Thread}: every thread of code under test is a goroutine of the execution. */
public final class Threads {

  /** How the JDK begins the names that it makes up. */
  private static final String NUMBERED = "Thread-";

  private Threads() {}

  /** {@link Thread#start}. */
  public static void start(Thread thread) {
    start(thread, Runnable::run);
  }

  /**
   * Starts a thread that does something around what it runs.
   *
   * @param around is given what the thread runs, on that thread
   */
  public static void start(Thread thread, Consumer<Runnable> around) {
    Goroutine self = Execution.self();
    Execution execution = self.execution();
    JavaThread started = JavaThread.of(execution, thread);
    Goroutine.Role role = thread.isDaemon() ? Goroutine.Role.GOROUTINE : Goroutine.Role.THREAD;
    Goroutine goroutine =
        execution.start(started, getName(thread), role, () -> runIn(started, around));
    if (goroutine == null) {
      throw new IllegalThreadStateException();
    }
    started.goroutine(goroutine);
  }

  private static void runIn(JavaThread thread, Consumer<Runnable> around) {
    thread.begin(Execution.self());
    around.accept(() -> runBody(thread));
  }

  private static void runBody(JavaThread thread) {
    try {
      thread.run();
    } catch (Throwable e) {
      Thread.UncaughtExceptionHandler handler = thread.thread().getUncaughtExceptionHandler();
      if (handler == null || handler instanceof ThreadGroup) {
        throw e;
      }
      handler.uncaughtException(thread.thread(), e);
    }
  }

  /** {@link Thread#startVirtualThread}. */
  public static Thread startVirtualThread(Runnable task) {
    return start(Thread.ofVirtual(), task);
  }

  /** {@link Thread.Builder#start}. */
  public static Thread start(Thread.Builder builder, Runnable task) {
    Thread thread = unstarted(builder, task);
    start(thread);
    return thread;
  }

  /** {@link Thread.Builder#unstarted}. */
  public static Thread unstarted(Thread.Builder builder, Runnable task) {
    Thread thread = builder.unstarted(task);
    JavaThread.of(Execution.require(), thread).body(task);
    return thread;
  }

  /** {@link Thread.Builder#factory}. */
  public static ThreadFactory factory(Thread.Builder builder) {
    ThreadFactory threads = builder.factory();
    return task -> {
      Thread thread = threads.newThread(task);
      JavaThread.of(Execution.require(), thread).body(task);
      return thread;
    };
  }

  /** {@link Thread#join()}. */
  public static void join(Thread thread) throws InterruptedException {
    await(thread, Long.MAX_VALUE);
  }

  /** {@link Thread#join(long)}. */
  public static void join(Thread thread, long millis) throws InterruptedException {
    join(thread, millis, 0);
  }

  /** {@link Thread#join(long, int)}. */
  public static void join(Thread thread, long millis, int nanos) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    long timeout = Durations.nanos(millis, nanos);
    await(thread, timeout == 0 ? Long.MAX_VALUE : timeout);
  }

  /** {@link Thread#join(Duration)}. */
  public static boolean join(Thread thread, Duration duration) throws InterruptedException {
    Join join = await(thread, Math.max(1, Durations.nanos(duration)));
    if (join.chosen() == TimedWait.READY && !join.foundStarted) {
      throw new IllegalThreadStateException("Thread not started");
    }
    return join.chosen() == TimedWait.READY;
  }

  private static Join await(Thread thread, long nanos) throws InterruptedException {
    Goroutine self = Execution.self();
    JavaThread waiter = JavaThread.of(self);
    JavaThread awaited = JavaThread.of(self.execution(), thread);
    Join join = new Join(waiter, awaited, TimedWait.deadline(self, nanos));
    self.execution().perform(join);
    join.throwIfInterrupted();
    return join;
  }

  /** {@link Thread#sleep(long)}. */
  public static void sleep(long millis) throws InterruptedException {
    sleep(millis, 0);
  }

  /** {@link Thread#sleep(long, int)}. */
  public static void sleep(long millis, int nanos) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    pause(Durations.nanos(millis, nanos));
  }

  /** {@link Thread#sleep(Duration)}. */
  public static void sleep(Duration duration) throws InterruptedException {
    pause(Durations.nanos(duration));
  }

  static void pause(long nanos) throws InterruptedException {
    Goroutine self = Execution.self();
    JavaThread thread = JavaThread.of(self);
    TimedWait pause = nanos <= 0 ? new Nap(thread) : new Sleep(thread, self.execution().arm(nanos));
    self.execution().perform(pause);
    pause.throwIfInterrupted();
  }

  /** {@link Thread#yield}. */
  public static void yield() {
    Execution.require().perform(new Yield());
  }

  /** {@link Thread#onSpinWait}. */
  public static void onSpinWait() {
    Execution.require().perform(new Yield());
  }

  /** {@link Thread#currentThread}. */
  public static Thread currentThread() {
    Goroutine self = Execution.goroutine();
    return self == null ? Thread.currentThread() : JavaThread.of(self).thread();
  }

  /** {@link Thread#holdsLock}. */
  public static boolean holdsLock(Object object) {
    return Monitors.holdsLock(object);
  }

  /** {@link Thread#interrupt}. */
  public static void interrupt(Thread thread) {
    Execution execution = Execution.require();
    execution.perform(new Interrupt(JavaThread.of(execution, thread)));
  }

  /** {@link Thread#isInterrupted}. */
  public static boolean isInterrupted(Thread thread) {
    return observed(thread).isInterrupted();
  }

  /** {@link Thread#interrupted}. */
  public static boolean interrupted() {
    JavaThread self = observed(currentThread());
    boolean interrupted = self.isInterrupted();
    if (interrupted) {
      self.clearInterrupt();
    }
    return interrupted;
  }

  /** {@link Thread#isAlive}. */
  public static boolean isAlive(Thread thread) {
    JavaThread observed = observed(thread);
    return observed.isStarted() && !observed.isDone();
  }

  /** {@link Thread#getState}. */
  public static Thread.State getState(Thread thread) {
    JavaThread observed = observed(thread);
    Goroutine goroutine = observed.goroutine();
    if (goroutine == null) {
      return Thread.State.NEW;
    }
    if (goroutine.isDone()) {
      return Thread.State.TERMINATED;
    }
    return stateAt(goroutine);
  }

  private static Thread.State stateAt(Goroutine goroutine) {
    Operation pending = goroutine.pending();
    if (pending == null
        || goroutine == Execution.goroutine()
        || pending.state().equals("running")) {
      return Thread.State.RUNNABLE;
    }
    if (pending.state().equals("monitor enter")) {
      return Thread.State.BLOCKED;
    }
    for (int i = 0; i < pending.alternatives(); i++) {
      if (pending.deadline(i) != Operation.NEVER) {
        return Thread.State.TIMED_WAITING;
      }
    }
    return Thread.State.WAITING;
  }

  private static JavaThread observed(Thread thread) {
    Execution execution = Execution.require();
    JavaThread observed = JavaThread.of(execution, thread);
    execution.perform(new Observe(observed));
    return observed;
  }

  /** {@link Thread#getName}: names that the JDK numbers are numbered anew in each execution. */
  public static String getName(Thread thread) {
    Execution execution = Execution.current();
    String name = thread.getName();
    if (execution == null) {
      return name;
    }
    if (execution.goroutines().getFirst().thread() == thread) {
      return "main";
    }
    return isNumbered(name) ? ThreadNumbers.of(execution).name(thread) : name;
  }

  private static boolean isNumbered(String name) {
    return name.startsWith(NUMBERED)
        && name.length() > NUMBERED.length()
        && name.chars().skip(NUMBERED.length()).allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** {@link Thread#threadId}. */
  public static long threadId(Thread thread) {
    Execution execution = Execution.current();
    return execution == null ? thread.threadId() : ThreadNumbers.of(execution).id(thread);
  }

  /** {@link Thread#getId}. */
  public static long getId(Thread thread) {
    return threadId(thread);
  }

  /** Waits for the end of a thread, if that was started. */
  private static final class Join extends TimedWait {

    private final JavaThread awaited;
    private boolean foundStarted;

    Join(JavaThread waiter, JavaThread awaited, long deadline) {
      super("join", awaited, "Thread.join", waiter, deadline);
      this.awaited = awaited;
    }

    @Override
    boolean ready() {
      return !awaited.isStarted() || awaited.isDone();
    }

    @Override
    void dependsOn(Footprint into) {
      into.reads(awaited.cell());
      Goroutine goroutine = awaited.goroutine();
      if (goroutine != null) {
        into.reads(goroutine.endCell());
      }
    }

    @Override
    void proceed() {
      foundStarted = awaited.isStarted();
      Goroutine goroutine = awaited.goroutine();
      if (goroutine != null) {
        goroutine().acquire(goroutine.clock());
      }
    }
  }

  /** Waits for time to pass. */
  private static final class Sleep extends TimedWait {

    Sleep(JavaThread thread, long deadline) {
      super("sleep", null, "sleep", thread, deadline);
    }

    @Override
    boolean ready() {
      return false;
    }

    @Override
    void dependsOn(Footprint into) {}
  }

  /** A sleep of no time: lets others go first, unless interrupted. */
  private static final class Nap extends TimedWait {

    Nap(JavaThread thread) {
      super("sleep", null, "running", thread, NEVER);
    }

    @Override
    boolean ready() {
      return true;
    }

    @Override
    void dependsOn(Footprint into) {}

    @Override
    public boolean changes(int alternative) {
      return alternative == INTERRUPTED;
    }

    @Override
    public boolean yields() {
      return true;
    }
  }

  /** Lets others go first. */
  private static final class Yield extends Step {

    Yield() {
      super("yield", null, "running");
    }

    @Override
    public void footprint(int alternative, Footprint into) {}

    @Override
    public boolean changes(int alternative) {
      return false;
    }

    @Override
    public boolean yields() {
      return true;
    }

    @Override
    public void execute(int alternative) {}
  }

  /** Sets the interrupt status. */
  private static final class Interrupt extends Step {

    private final JavaThread thread;

    Interrupt(JavaThread thread) {
      super("interrupt", thread, "running");
      this.thread = thread;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      thread.writeInterrupt(into);
    }

    @Override
    public void execute(int alternative) {
      thread.interrupt(goroutine());
      if (thread.goroutine() != goroutine()) {
        goroutine().execution().workload().matters(Workload.Late.ARRIVAL);
      }
    }
  }

  /** Looks at the state of a thread. */
  private static final class Observe extends Step {

    private final JavaThread thread;

    Observe(JavaThread thread) {
      super("look at", thread, "running");
      this.thread = thread;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      thread.writeInterrupt(into);
      Goroutine goroutine = thread.goroutine();
      if (goroutine != null) {
        into.reads(goroutine.endCell());
      }
    }

    @Override
    public boolean changes(int alternative) {
      return thread.isInterrupted();
    }

    @Override
    public void execute(int alternative) {
      thread.acquireInterruptInto(goroutine());
      Goroutine goroutine = thread.goroutine();
      if (goroutine != null && goroutine.isDone()) {
        goroutine().acquire(goroutine.clock());
      }
    }
  }
}

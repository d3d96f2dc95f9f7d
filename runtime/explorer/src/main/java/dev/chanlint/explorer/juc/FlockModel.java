package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.ScopedValues;
import dev.chanlint.explorer.hook.Threads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the JDK's thread flock, on which its {@code StructuredTaskScope} is built: threads
 * that the one who opened it waits for, all of them or until it is woken. They inherit the scoped
 * values that were bound when it was opened. Flocks of one thread are closed in the reverse order.
 */
public final class FlockModel implements AutoCloseable {

  private final String name;
  private final Thread owner = Threads.currentThread();
  private final ScopedValues.@Nullable Bindings bindings = ScopedValues.current();
  private final Counter state =
      new Counter(Execution.require(), "StructuredTaskScope", "StructuredTaskScope");
  private final Set<Thread> threads = new LinkedHashSet<>();

  /** How many threads have not ended. */
  private final Stored open = Stored.now();

  private final Stored shutdown = Stored.now();
  private final Stored woken = Stored.now();
  private boolean closed;

  private FlockModel(String name) {
    this.name = name;
  }

  /** Opens one, of the calling thread. */
  public static FlockModel open(String name) {
    FlockModel flock = new FlockModel(name);
    openOf(flock.owner).push(flock);
    return flock;
  }

  /** Those that a thread has open, the innermost first. */
  private static Deque<FlockModel> openOf(Thread thread) {
    return Execution.require().attachment(thread, FlockModel.class, ArrayDeque::new);
  }

  /** What it was named. */
  public String name() {
    return name;
  }

  /** Who opened it. */
  public Thread owner() {
    return owner;
  }

  /** The threads that have not ended. */
  public Stream<Thread> threads() {
    state.look("threads");
    return List.copyOf(threads).stream();
  }

  /**
   * Starts a thread in it.
   *
   * <p>Throws StructureViolationException if scoped values were bound since it was opened.
   *
   * @throws IllegalStateException if it is shut down
   */
  public Thread start(Thread thread) {
    if (ScopedValues.current() != bindings) {
      throw violation("Scoped value bindings have changed");
    }
    if (!state.attempt("fork", () -> !shutdown.is(), () -> enter(thread))) {
      throw new IllegalStateException("Shutdown");
    }
    boolean started = false;
    try {
      Threads.start(thread, body -> runIn(thread, body));
      started = true;
    } finally {
      if (!started) {
        leave(thread);
      }
    }
    return thread;
  }

  private void runIn(Thread thread, Runnable body) {
    try {
      ScopedValues.inherit(bindings, body);
    } finally {
      leave(thread);
    }
  }

  private void enter(Thread thread) {
    threads.add(thread);
    open.add(1);
  }

  private void leave(Thread thread) {
    state.add(
        "end of fork",
        () -> {
          threads.remove(thread);
          open.add(-1);
        });
  }

  /** Lets no thread start any more. */
  public void shutdown() {
    state.change("shutdown", () -> shutdown.set(true));
  }

  /** Wakes the owner, now or when it comes to wait. */
  public void wakeup() {
    state.change("wakeup", () -> woken.set(true));
  }

  /**
   * Waits until no thread is left, or until woken. As in the JDK, an interrupt counts only if there
   * is anything to wait for.
   *
   * @return whether no thread is left
   */
  public boolean awaitAll() throws InterruptedException {
    boolean[] over = new boolean[1];
    Runnable goOn =
        () -> {
          woken.set(false);
          over[0] = !open.is();
        };
    if (!state.attempt("join", this::mayGoOn, goOn)) {
      state.await("join", this::mayGoOn, goOn, Long.MAX_VALUE);
    }
    return over[0];
  }

  private boolean mayGoOn() {
    return woken.is() || !open.is();
  }

  /**
   * Waits for all threads, whatever interrupts come, and closes what was opened later; throws
   * StructureViolationException if there was any such thing.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    finish();
    Deque<FlockModel> open = openOf(owner);
    boolean innermost = open.peek() == this;
    for (FlockModel inner = open.pop(); inner != this; inner = open.pop()) {
      inner.finish();
    }
    if (!innermost) {
      throw violation(null);
    }
  }

  private void finish() {
    closed = true;
    shutdown();
    state.await("close", () -> !open.is());
  }

  /** By reflection, for the class is a preview. */
  private static RuntimeException violation(@Nullable String message) {
    try {
      return (RuntimeException)
          Class.forName("java.util.concurrent.StructureViolationException")
              .getConstructor(String.class)
              .newInstance(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

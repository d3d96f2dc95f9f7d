package dev.chanlint.explorer.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread that carries every goroutine of an execution: virtual threads whose scheduler is a
 * queue that only their driver drains, so that exactly one of them runs, and only when told to.
 *
 * <p>A goroutine may come to a lock of the JVM's or the JDK's own while another thread of this JVM
 * holds it, such as one that explores something else and loads the same class. Then it leaves the
 * carrier without a word, and whoever frees the lock makes it ready again, from a thread of its
 * own. All other queueing is done by the driver.
 */
final class Carrier implements Executor {

  private static final MethodHandle NEW_VIRTUAL_THREAD = newVirtualThread();

  /** No inheritable thread locals: a goroutine inherits nothing from the driver. */
  private static final int CHARACTERISTICS = 4;

  /** How long a lock of the JVM's own may be held by others. */
  private static final Duration LONGEST_HELD = Duration.ofMillis(500);

  /** How often it is asked whether that was too long, in milliseconds. */
  private static final long LOOK = 100;

  private final Thread driver = Thread.currentThread();
  private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

  /** What others than the driver have made ready; made when first needed, guarded by this. */
  private @Nullable BlockingQueue<Runnable> released;

  @Override
  public void execute(Runnable continuation) {
    if (Thread.currentThread() == driver) {
      ready.add(continuation);
    } else {
      released().add(continuation);
    }
  }

  private synchronized BlockingQueue<Runnable> released() {
    if (released == null) {
      released = new LinkedBlockingQueue<>();
    }
    return released;
  }

  Thread thread(String name, Runnable body) {
    try {
      return (Thread) NEW_VIRTUAL_THREAD.invokeExact((Executor) this, name, CHARACTERISTICS, body);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot make a virtual thread on an executor", e);
    }
  }

  /** Runs a thread, not yet started or parked, until it parks or ends. */
  void run(Thread thread) {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
    drain();
  }

  private void drain() {
    for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
      next.run();
    }
  }

  /**
   * Runs on what came to a lock that was not free, once it is.
   *
   * @return false if none was freed in time
   */
  boolean runReleased() {
    Runnable next = pollReleased();
    if (next == null) {
      return false;
    }
    next.run();
    drain();
    return true;
  }

  private @Nullable Runnable pollReleased() {
    boolean interrupted = Thread.interrupted();
    Patience patience = new Patience(ProcessHandle.current(), LONGEST_HELD);
    try {
      while (true) {
        Runnable next = released().poll(LOOK, TimeUnit.MILLISECONDS);
        if (next != null || patience.isSpent()) {
          return next;
        }
      }
    } catch (InterruptedException e) {
      interrupted = true;
      return null;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static MethodHandle newVirtualThread() {
    try {
      Method factory =
          Class.forName("java.lang.ThreadBuilders")
              .getDeclaredMethod(
                  "newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
      factory.setAccessible(true);
      return MethodHandles.lookup()
          .unreflect(factory)
          .asType(
              MethodType.methodType(
                  Thread.class, Executor.class, String.class, int.class, Runnable.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "the explorer needs JDK 25 and --add-opens=java.base/java.lang=ALL-UNNAMED", e);
    }
  }
}

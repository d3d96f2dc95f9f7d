package dev.chanlint.explorer.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that carries every goroutine of an execution: virtual threads whose scheduler is a
 * queue that only their driver drains, so that exactly one of them runs, and only when told to.
 */
final class Carrier implements Executor {

  private static final MethodHandle NEW_VIRTUAL_THREAD = newVirtualThread();

  /** No inheritable thread locals: a goroutine inherits nothing from the driver. */
  private static final int CHARACTERISTICS = 4;

  private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

  @Override
  public void execute(Runnable continuation) {
    ready.add(continuation);
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
    for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
      next.run();
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

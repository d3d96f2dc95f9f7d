package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Task;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine: a virtual thread that belongs to a program. It is its thread's handler of uncaught
 * exceptions, which is also how a thread finds the goroutine that it is; a thread-local variable
 * would cost each thread a map.
 */
final class Goroutine implements Runnable, Thread.UncaughtExceptionHandler {

  final Program program;

  /** Its number in its program, from 1 for main. */
  final long id;

  /** Its name; null if it was given none. */
  final @Nullable String name;

  final Thread thread;

  /** Its neighbours in, and the place of, the program's list of goroutines. */
  @Nullable Goroutine previous;

  @Nullable Goroutine next;

  /** What it runs; null once it does, so that this keeps alive nothing that it is done with. */
  private @Nullable Task body;

  Goroutine(Program program, long id, @Nullable String name, Task body) {
    this.program = program;
    this.id = id;
    this.name = name;
    this.body = body;
    this.thread = newThread();
  }

  private Thread newThread() {
    return Thread.ofVirtual()
        .name(name == null ? "goroutine " + id : name)
        .uncaughtExceptionHandler(this)
        .unstarted(this);
  }

  /** The goroutine that a thread is; null if it is none. */
  static @Nullable Goroutine of(Thread thread) {
    return thread.getUncaughtExceptionHandler() instanceof Goroutine g && g.thread == thread
        ? g
        : null;
  }

  /** Whether a thread is a goroutine of a program that has ended. */
  static boolean isLeftBehind(Thread thread) {
    Goroutine goroutine = of(thread);
    return goroutine != null && !goroutine.program.isRunning();
  }

  @Override
  public void run() {
    Throwable thrown = null;
    try {
      takeBody().run();
    } catch (Throwable e) {
      thrown = e;
      // The goroutine counts as alive until its death is known, or the others' might look like a
      // deadlock first.
      Objects.requireNonNull(thread.getUncaughtExceptionHandler()).uncaughtException(thread, e);
    } finally {
      Events.ended(this, thrown);
      program.ended(this);
    }
  }

  private Task takeBody() {
    Task taken = Objects.requireNonNull(body);
    body = null;
    return taken;
  }

  @Override
  public void uncaughtException(Thread dying, Throwable e) {
    if (!program.panicked(this, e)) {
      dying.getThreadGroup().uncaughtException(dying, e);
    }
  }
}

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

  final Thread thread;

  /** What it waits with, and what it has learnt of that; null until it first waits. */
  @Nullable Wait wait;

  /** Where it is among its program's goroutines; set before it starts. */
  Registry.Block block = Registry.NOWHERE;

  int place;

  /** What it runs; null once it does, so that this keeps alive nothing that it is done with. */
  private @Nullable Task body;

  Goroutine(Program program, long id, @Nullable String name, Task body) {
    this.program = program;
    this.id = id;
    this.body = body;
    this.thread = newThread(name);
  }

  private Thread newThread(@Nullable String name) {
    Thread.Builder builder = Thread.ofVirtual().uncaughtExceptionHandler(this);
    return (name == null ? builder : builder.name(name)).unstarted(this);
  }

  /** The goroutine that the calling thread is; null if it is none. */
  static @Nullable Goroutine current() {
    return of(Thread.currentThread());
  }

  /** The goroutine that a thread is; null if it is none. */
  static @Nullable Goroutine of(Thread thread) {
    return thread.getUncaughtExceptionHandler() instanceof Goroutine g && g.thread == thread
        ? g
        : null;
  }

  /** Its name, which is its thread's; null if it has none. */
  @Nullable String name() {
    String name = thread.getName();
    return name.isEmpty() ? null : name;
  }

  /** Whether a thread is a goroutine of a program that has ended. */
  static boolean isLeftBehind(Thread thread) {
    Goroutine goroutine = of(thread);
    return goroutine != null && !goroutine.program.isRunning();
  }

  @Override
  public void run() {
    try {
      takeBody().run();
      Events.ended(this, null);
    } catch (Throwable e) {
      Events.ended(this, e); // before this ends the run, and with it the process perhaps
      // The goroutine counts as alive until its death is known, or the others' might look like a
      // deadlock first.
      Objects.requireNonNull(thread.getUncaughtExceptionHandler()).uncaughtException(thread, e);
    } finally {
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

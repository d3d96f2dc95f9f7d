package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;

/** The monitor of an object, for one execution. */
final class Monitor extends Ownable {

  private final Waiting waiting = new Waiting(this, "Object.wait");

  private Monitor(Execution execution, Object object) {
    super(execution, "monitor of " + name(object), "monitor enter");
  }

  private static String name(Object object) {
    return object instanceof Class<?> type
        ? type.getSimpleName() + ".class"
        : object.getClass().getSimpleName();
  }

  /** Throws what the instruction throws if there is no object. */
  static Monitor of(Goroutine self, Object object) {
    if (object == null) {
      throw new NullPointerException("Cannot enter synchronized block because value is null");
    }
    Execution execution = self.execution();
    return execution.attachment(object, Monitor.class, () -> new Monitor(execution, object));
  }

  void await(Goroutine self, long nanos) throws InterruptedException {
    waiting.await(self, nanos, true);
  }

  void signal(Goroutine self) {
    waiting.signal(self, true);
  }

  void signalAll(Goroutine self) {
    waiting.signalAll(self);
  }
}

package dev.chanlint.runtime.engine;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine, or another thread that uses the runtime, goes on; the event lasts as long as it was
 * blocked. As the JDK's own events about threads that wait, it is recorded where that was long.
 */
@Name("dev.chanlint.GoroutineUnblock")
@Label("Goroutine Unblock")
@Description("The event's thread goes on after it was blocked in the runtime for the event's time")
@Threshold("20 ms")
final class GoroutineUnblock extends BlockingEvent implements Runnable {

  /** What to run when the thread goes on; null if nobody wants to know. */
  static @Nullable Runnable begin(Wait wait) {
    GoroutineUnblock event = new GoroutineUnblock();
    if (!event.isEnabled()) {
      return null;
    }
    event.describe(wait);
    event.begin();
    return event;
  }

  @Override
  public void run() {
    commit();
  }
}

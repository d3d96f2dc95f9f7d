package dev.chanlint.runtime.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A goroutine has ended. */
@Name("dev.chanlint.GoroutineEnd")
@Label("Goroutine End")
@Category("Goroutines")
@Description("The goroutine that the event's thread is has ended")
@Enabled(false)
@StackTrace(false)
final class GoroutineEnd extends Event {

  @Label("Goroutine")
  @Description("Its number in its program")
  long goroutine;

  @Label("Name")
  @Nullable String name;

  @Label("Thrown")
  @Description("The exception that it died of")
  @Nullable String thrown;

  static void emit(Goroutine ended, @Nullable Throwable thrown) {
    GoroutineEnd event = new GoroutineEnd();
    if (event.shouldCommit()) {
      event.goroutine = ended.id;
      event.name = ended.name();
      event.thrown = thrown == null ? null : thrown.toString();
      event.commit();
    }
  }
}

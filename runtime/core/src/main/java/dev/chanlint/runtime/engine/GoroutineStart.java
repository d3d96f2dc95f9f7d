package dev.chanlint.runtime.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A goroutine is started, by the thread and at the stack of the event. */
@Name("dev.chanlint.GoroutineStart")
@Label("Goroutine Start")
@Category("Goroutines")
@Description("A goroutine is started by the event's thread")
@Enabled(false)
final class GoroutineStart extends Event {

  @Label("Goroutine")
  @Description("Its number in its program")
  long goroutine;

  @Label("Name")
  @Nullable String name;

  @Label("Thread")
  @Description("The virtual thread that it is")
  @Nullable Thread thread;

  static void emit(Goroutine started) {
    GoroutineStart event = new GoroutineStart();
    if (event.shouldCommit()) {
      event.goroutine = started.id;
      event.name = started.name();
      event.thread = started.thread;
      event.commit();
    }
  }
}

package dev.chanlint.runtime.engine;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A goroutine, or another thread that uses the runtime, blocks. */
@Name("dev.chanlint.GoroutineBlock")
@Label("Goroutine Block")
@Description("The event's thread blocks in the runtime")
@Enabled(false)
final class GoroutineBlock extends BlockingEvent {

  static void emit(Wait wait) {
    GoroutineBlock event = new GoroutineBlock();
    if (event.shouldCommit()) {
      event.describe(wait);
      event.commit();
    }
  }
}

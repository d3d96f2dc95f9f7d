package dev.chanlint.runtime.engine;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's events for JDK Flight Recorder. The first event class that is loaded brings all of
 * the recorder with it, so none is before somebody records, or where the module {@code jdk.jfr} is
 * absent: until then an event costs the read of a flag.
 */
final class Events {

  private static final boolean POSSIBLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Events() {}

  private static boolean mayBeRecorded() {
    return POSSIBLE && FlightRecorder.isInitialized();
  }

  /** A goroutine is about to start. */
  static void started(Goroutine goroutine) {
    if (mayBeRecorded()) {
      GoroutineStart.emit(goroutine);
    }
  }

  /** The calling goroutine has ended, of an exception if one is given. */
  static void ended(Goroutine goroutine, @Nullable Throwable thrown) {
    if (mayBeRecorded()) {
      GoroutineEnd.emit(goroutine, thrown);
    }
  }

  /**
   * The calling thread is about to park.
   *
   * @return what to run when it goes on; null if nobody wants to know
   */
  static @Nullable Runnable blocked(Wait wait) {
    if (mayBeRecorded()) {
      GoroutineBlock.emit(wait);
      return GoroutineUnblock.begin(wait);
    }
    return null;
  }

  /** The calling thread has closed a channel. */
  static void closed(Channel<?> channel) {
    if (mayBeRecorded()) {
      ChannelClose.emit(channel);
    }
  }
}

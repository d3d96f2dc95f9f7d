package dev.chanlint.explorer.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Threads that run instrumented code, though nobody here has started them. */
final class ForeignThreads {

  /** The threads that run executions; they also run code under test, such as comparators. */
  private static final Set<Thread> DRIVERS = ConcurrentHashMap.newKeySet();

  private static volatile @Nullable String seen;

  private ForeignThreads() {}

  /** The calling thread begins to run an execution. */
  static void enter() {
    if (DRIVERS.isEmpty()) {
      seen = null;
    }
    DRIVERS.add(Thread.currentThread());
  }

  /** It has run it; returns the name of a foreign thread that was seen, or null. */
  static @Nullable String leave() {
    DRIVERS.remove(Thread.currentThread());
    return seen;
  }

  /** Instrumented code runs on a thread that is no goroutine. */
  static void seen(Thread thread) {
    if (!DRIVERS.isEmpty() && !DRIVERS.contains(thread)) {
      seen = thread.getName();
    }
  }
}

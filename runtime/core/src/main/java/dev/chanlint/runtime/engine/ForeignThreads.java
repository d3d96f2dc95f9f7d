package dev.chanlint.runtime.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that are not goroutines, as far as they may wake one. */
final class ForeignThreads {

  private static final Collection<Thread> USERS = ConcurrentHashMap.newKeySet();

  private ForeignThreads() {}

  /** Notes that a thread uses a channel, a lock or the like. */
  static void note(Thread thread) {
    if (Goroutine.of(thread) == null && !(thread instanceof AlarmClock.ClockThread)) {
      USERS.add(thread);
    }
  }

  /** The living that have used a channel, a lock or the like. */
  static List<Thread> users() {
    USERS.removeIf(t -> !t.isAlive());
    return List.copyOf(USERS);
  }

  /**
   * The living platform threads of the application that were made after a given thread, whether
   * they have used a channel or not: they may be about to. Thread ids grow with time.
   */
  static List<Thread> youngerThan(Thread thread) {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    for (ThreadGroup up = all.getParent(); up != null; up = up.getParent()) {
      all = up;
    }
    Thread[] threads = new Thread[all.activeCount() + 16];
    int n = all.enumerate(threads);
    return Arrays.stream(threads, 0, n)
        .filter(t -> t.threadId() > thread.threadId() && isOfApplication(t))
        .toList();
  }

  private static boolean isOfApplication(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null
        && group.getParent() != null
        && !(thread instanceof AlarmClock.ClockThread)
        && !thread.getClass().getName().startsWith("jdk.internal.");
  }
}

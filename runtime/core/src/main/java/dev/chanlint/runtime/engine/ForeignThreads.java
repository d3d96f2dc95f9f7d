package dev.chanlint.runtime.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that are not goroutines, as far as they may wake one. */
final class ForeignThreads {

  /** The group of the threads that the JDK runs virtual threads with. */
  private static final String CARRIERS = "CarrierThreads";

  private static final Collection<Thread> USERS = ConcurrentHashMap.newKeySet();

  private ForeignThreads() {}

  /** Notes that a thread uses a channel, a lock or the like. */
  static void note(Thread thread) {
    if (Goroutine.of(thread) == null && !(thread instanceof AlarmClock.ClockThread)) {
      USERS.add(thread);
    }
  }

  /**
   * The living threads that may wake a goroutine: those that have used a channel, a lock or the
   * like, and the application's platform threads that were made after a given thread, for they may
   * be about to. Thread ids grow with time.
   */
  static Set<Thread> mayWake(Thread oldest) {
    USERS.removeIf(t -> !t.isAlive());
    Set<Thread> threads = new LinkedHashSet<>(USERS);
    threads.addAll(applicationThreadsYoungerThan(oldest));
    return threads;
  }

  private static List<Thread> applicationThreadsYoungerThan(Thread oldest) {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    for (ThreadGroup up = all.getParent(); up != null; up = up.getParent()) {
      all = up;
    }
    Thread[] threads = new Thread[all.activeCount() + 16];
    int n = all.enumerate(threads);
    return Arrays.stream(threads, 0, n)
        .filter(t -> t.threadId() > oldest.threadId() && isOfApplication(t))
        .toList();
  }

  /** The JDK makes threads of its own when first needed: carriers, and from 25 on their timer. */
  private static boolean isOfApplication(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null
        && group.getParent() != null
        && !group.getName().equals(CARRIERS)
        && !(thread instanceof AlarmClock.ClockThread)
        && !thread.getClass().getName().startsWith("jdk.internal.");
  }
}

package dev.chanlint.runtime.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The threads that are not goroutines, as far as they may wake one. */
final class ForeignThreads {

  /** The group of the threads that the JDK runs virtual threads with. */
  private static final String CARRIERS = "CarrierThreads";

  private static final Collection<Thread> USERS = ConcurrentHashMap.newKeySet();

  /** With fewer users than this, it is not worth looking for those that have ended. */
  private static final int FEW = 64;

  /** With how many users to look next; a race here only moves the next look. */
  private static volatile int many = FEW;

  private ForeignThreads() {}

  /** Notes that a thread uses a channel, a lock or the like. */
  static void note(Thread thread) {
    if (Goroutine.of(thread) == null
        && !(thread instanceof AlarmClock.ClockThread)
        && USERS.add(thread)) {
      UnseenThreads.see(thread);
      if (USERS.size() >= many) {
        forgetEnded();
      }
    }
  }

  /** Forgets threads that have ended, in time proportional to the threads noted since the last. */
  private static void forgetEnded() {
    USERS.removeIf(t -> !t.isAlive());
    many = Math.max(FEW, 2 * USERS.size());
  }

  /** How many threads are noted, some of which may have ended. */
  static int noted() {
    return USERS.size();
  }

  /**
   * The living threads that may wake a goroutine: those that have used a channel, a lock or the
   * like, and the application's platform threads that were made after a given thread, for they may
   * be about to. Thread ids grow with time.
   */
  static Set<Thread> mayWake(Thread oldest) {
    forgetEnded();
    Set<Thread> threads = new LinkedHashSet<>(USERS);
    platformThreads()
        .filter(t -> t.threadId() > oldest.threadId() && isOfApplication(t))
        .forEach(threads::add);
    return threads;
  }

  /** All living threads that can be had: the platform threads, and the virtual ones noted. */
  static Stream<Thread> known() {
    return Stream.concat(platformThreads(), USERS.stream().filter(Thread::isVirtual));
  }

  /** All living platform threads. */
  static Stream<Thread> platformThreads() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    for (ThreadGroup up = all.getParent(); up != null; up = up.getParent()) {
      all = up;
    }
    Thread[] threads = new Thread[all.activeCount() + 16];
    int n = all.enumerate(threads);
    return Arrays.stream(threads, 0, n);
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

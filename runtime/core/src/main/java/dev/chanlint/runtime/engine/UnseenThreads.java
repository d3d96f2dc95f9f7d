package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.engine.ThreadDump.Answer;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Virtual threads that are no goroutines and have not used the runtime yet, but may be about to:
 * one that reads from a socket, say, and will send what it gets. Java has no list of them, so this
 * asks two questions.
 *
 * <p>The first is cheap: are there any ids of threads that nobody known has? Each thread is given
 * the next id when it is made. So between the id of a thread made before main was started and that
 * of one made now there are as many ids as threads were made meanwhile. Are these all goroutines,
 * threads made here to read off the id, and others that were seen, dead or alive, there is no
 * further one. Seen are the threads that use the runtime, and the platform threads that are there
 * when this looks. It looks often enough to see each that the JDK starts to run virtual threads:
 * one that is idle stays for half a minute. (Threads that came and went unseen leave ids that
 * nobody has, and so does the JVM, which gives some to threads of its own. That only leads to the
 * second question.)
 *
 * <p>The second is a thread dump of the JVM, which knows all virtual threads: does it show one that
 * is younger than the program and unknown here?
 */
final class UnseenThreads {

  private static final long LONGEST_UNLOOKED = TimeUnit.SECONDS.toNanos(10);

  private static final long SHORTEST_DUMP_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_DUMP_PAUSE = TimeUnit.MINUTES.toNanos(1);

  /** Dumps take at most one part in this of the time. */
  private static final int DUMPS_SHARE = 50;

  /** Those of the programs that run. */
  private static final Collection<UnseenThreads> ALL = ConcurrentHashMap.newKeySet();

  private final Count before = Count.now();

  /** Younger platform threads that were seen, and are not known to have ended. */
  private final Set<Thread> platform = ConcurrentHashMap.newKeySet();

  /** How many of them have ended. */
  private long ended;

  /** How many younger virtual threads, but goroutines, have used the runtime. */
  private final LongAdder virtual = new LongAdder();

  /** When a dump is due, and how long after that the next one. */
  private long dumpDue = System.nanoTime();

  private long dumpPause = SHORTEST_DUMP_PAUSE;

  private long lastLook = System.nanoTime();

  /** Of threads made from now on; main is not started yet. */
  UnseenThreads() {
    ALL.add(this);
  }

  /** The program has ended. */
  void forget() {
    ALL.remove(this);
  }

  /** A thread, no goroutine, uses the runtime for the first time. */
  static void see(Thread thread) {
    ALL.forEach(unseen -> unseen.count(thread));
  }

  /** A thread calls a program, not for the first time perhaps. */
  static void seeCaller(Thread thread) {
    if (!thread.isVirtual()) {
      see(thread);
    }
  }

  private void count(Thread thread) {
    if (thread.threadId() <= before.id) {
      return;
    }
    if (thread.isVirtual()) {
      virtual.increment();
    } else {
      platform.add(thread);
    }
  }

  /** Looks which threads there are, unless it has done so not long ago. */
  void lookNowAndThen() {
    if (System.nanoTime() - lastLook > LONGEST_UNLOOKED) {
      look();
    }
  }

  private void look() {
    ForeignThreads.platformThreads().forEach(this::count);
    for (Iterator<Thread> threads = platform.iterator(); threads.hasNext(); ) {
      if (!threads.next().isAlive()) {
        threads.remove();
        ended++;
      }
    }
    lastLook = System.nanoTime();
  }

  /** Whether one may be alive; to be called between two looks that find that all are blocked. */
  boolean mayBeAlive() {
    return anyIdIsNobodys() && mayBeInDump();
  }

  private boolean anyIdIsNobodys() {
    look();
    long others = platform.size() + ended + virtual.sum();
    Count now = Count.now();
    return now.id - before.id > now.atLeast - before.atMost + others;
  }

  /** If it says so, the next is to wait for longer: the one alive may live for long. */
  private boolean mayBeInDump() {
    long start = System.nanoTime();
    if (start - dumpDue < 0) {
      return true;
    }
    Answer answer = ThreadDump.ask(before.id);
    if (answer == Answer.ALL_KNOWN) {
      return false;
    }
    long end = System.nanoTime();
    dumpDue = end + Math.max(dumpPause, DUMPS_SHARE * (end - start));
    if (answer == Answer.ONE_UNKNOWN) {
      dumpPause = Math.min(2 * dumpPause, LONGEST_DUMP_PAUSE);
    }
    return true;
  }

  /** Makes a virtual thread that is no goroutine, but not unseen. */
  static Thread makeKnown(Runnable task) {
    return Count.make(task);
  }

  /**
   * How far threads are counted.
   *
   * @param id of the thread made last
   * @param atLeast how many threads were made until then that are goroutines or were made here;
   *     fewer than there are if a goroutine is being made
   * @param atMost the same, but then more than there are
   */
  private record Count(long id, long atLeast, long atMost) {

    /** How often to try to meet a moment in which no goroutine is being made. */
    private static final int TRIES = 100;

    /** How many threads were made here. */
    private static long madeHere;

    static synchronized Thread make(Runnable task) {
      madeHere++;
      return Thread.ofVirtual().unstarted(task);
    }

    static synchronized Count now() {
      Count now = tryNow();
      for (int i = 1; now.atLeast != now.atMost && i < TRIES; i++) {
        Thread.yield();
        now = tryNow();
      }
      return now;
    }

    private static Count tryNow() {
      long made = Program.goroutinesMade();
      long id = make(() -> {}).threadId();
      return new Count(id, made + madeHere, Program.goroutinesBegun() + madeHere);
    }
  }
}

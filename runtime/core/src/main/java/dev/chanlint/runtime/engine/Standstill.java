package dev.chanlint.runtime.engine;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A time in which no virtual thread is mounted or unmounted: each carrier runs one of this, which
 * does nothing until it is over. It holds up all virtual threads of the JVM, so it is only begun
 * while none of them runs.
 */
final class Standstill implements AutoCloseable {

  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  private final Set<Thread> holders;

  /** How many of them are mounted; each stays so. */
  private final AtomicInteger running = new AtomicInteger();

  private volatile boolean over;

  private Standstill(int carriers) {
    this.holders =
        Stream.generate(() -> UnseenThreads.makeKnown(this::hold))
            .limit(carriers)
            .collect(Collectors.toSet());
  }

  /**
   * Begins one, unless a virtual thread runs, this one included, or the JDK has added carriers for
   * those in a call that holds up theirs. JDK 24 is the first to tell of its carriers. To be closed
   * by the same thread.
   */
  static Optional<Standstill> begin() {
    if (!ONE_AT_A_TIME.tryLock()) {
      return Optional.empty();
    }
    Optional<Standstill> begun = Optional.empty();
    try {
      begun = tryBegin(new Scheduler());
      return begun;
    } catch (JMException e) {
      return begun; // a JVM that does not tell of its carriers
    } finally {
      if (begun.isEmpty()) {
        ONE_AT_A_TIME.unlock();
      }
    }
  }

  private static Optional<Standstill> tryBegin(Scheduler scheduler) throws JMException {
    if (scheduler.get("MountedVirtualThreadCount") + scheduler.get("QueuedVirtualThreadCount")
        > 0) {
      return Optional.empty();
    }
    int carriers = scheduler.get("Parallelism");
    Standstill tried = new Standstill(carriers);
    if (tried.holdsAll() && scheduler.get("PoolSize") <= carriers) {
      return Optional.of(tried);
    }
    tried.over = true;
    return Optional.empty();
  }

  /** The threads that do nothing. */
  Set<Thread> holders() {
    return holders;
  }

  private boolean holdsAll() {
    holders.forEach(Thread::start);
    long start = System.nanoTime();
    while (running.get() < holders.size() && System.nanoTime() - start < LONGEST_WAIT) {
      Thread.onSpinWait();
    }
    return running.get() == holders.size();
  }

  /** To wait would have the thread unmounted, and its carrier run another. */
  private void hold() {
    running.incrementAndGet();
    while (!over) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    over = true;
    ONE_AT_A_TIME.unlock();
  }

  /** The JDK's scheduler of virtual threads. */
  private static final class Scheduler {
    private final ObjectName name;

    Scheduler() throws JMException {
      name = new ObjectName("jdk.management:type=VirtualThreadScheduler");
    }

    int get(String attribute) throws JMException {
      Object value = ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute);
      return ((Number) value).intValue();
    }
  }
}

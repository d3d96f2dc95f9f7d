package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.LEAK;
import static dev.chanlint.explorer.Fault.PANIC;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code java.util.concurrent}. */
final class ConcurrentPrograms {

  private static int count;

  private ConcurrentPrograms() {}

  private static void both(Runnable body) throws InterruptedException {
    Thread thread = new Thread(body);
    thread.start();
    body.run();
    thread.join();
  }

  @Expect(outputs = "2")
  static void reentrantLock() throws Exception {
    Lock lock = new ReentrantLock();
    both(
        () -> {
          lock.lock();
          try {
            count++;
          } finally {
            lock.unlock();
          }
        });
    System.out.print(count);
  }

  @Expect(outputs = {"1", "2"})
  static void tryLock() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    AtomicInteger done = new AtomicInteger();
    both(
        () -> {
          if (lock.tryLock()) {
            done.incrementAndGet();
            lock.unlock();
          }
        });
    System.out.print(done);
  }

  @Expect(outputs = "1")
  static void condition() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    Thread thread =
        new Thread(
            () -> {
              lock.lock();
              count = 1;
              changed.signalAll();
              lock.unlock();
            });
    thread.start();
    lock.lock();
    while (count == 0) {
      changed.await();
    }
    System.out.print(count);
    lock.unlock();
    thread.join();
  }

  private static final class NamedLock extends ReentrantLock {
    private static final long serialVersionUID = 1L;
    int times;

    @Override
    public void lock() {
      super.lock();
      times++;
    }
  }

  @Expect(outputs = "2")
  static void subclassOfALock() throws Exception {
    NamedLock lock = new NamedLock();
    both(
        () -> {
          lock.lock();
          lock.unlock();
        });
    System.out.print(lock.times);
  }

  @Expect(outputs = "false")
  static void lockByReference() throws Exception {
    Supplier<Lock> make = ReentrantLock::new;
    Lock lock = make.get();
    Runnable take = lock::lock;
    take.run();
    Thread thread = new Thread(() -> System.out.print(lock.tryLock()));
    thread.start();
    thread.join();
  }

  /** The reference names the interface that declares the method, not the type of the receiver. */
  @Expect(outputs = "done")
  static void inheritedMethodByReference() {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Consumer<Runnable> execute = pool::execute;
      execute.accept(() -> System.out.print("done"));
    }
  }

  @Expect(outputs = "3")
  static void latch() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    int[] parts = new int[2];
    for (int i = 0; i < 2; i++) {
      int part = i;
      new Thread(
              () -> {
                parts[part] = part + 1;
                latch.countDown();
              })
          .start();
    }
    latch.await();
    System.out.print(parts[0] + parts[1]);
  }

  @Expect(outputs = "2")
  static void semaphore() throws Exception {
    Semaphore semaphore = new Semaphore(1);
    both(
        () -> {
          semaphore.acquireUninterruptibly();
          count++;
          semaphore.release();
        });
    System.out.print(count);
  }

  @Expect(outputs = "012")
  static void blockingQueue() throws Exception {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 3; i++) {
                  queue.put(i);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    for (int i = 0; i < 3; i++) {
      System.out.print(queue.take());
    }
    thread.join();
  }

  @Expect(outputs = {"1", "null"})
  static void pollWithTimeout() throws Exception {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    Thread thread = new Thread(() -> queue.add(1));
    thread.start();
    System.out.print(queue.poll(1, TimeUnit.SECONDS));
    thread.join();
  }

  private static int awaited(CountDownLatch latch) {
    try {
      latch.await();
      return 1;
    } catch (InterruptedException e) {
      return 0;
    }
  }

  /** The map keeps others from changing what it has for the key. */
  @Expect(faults = DEADLOCK)
  static void waitingInAComputation() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    CountDownLatch computed = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              map.merge("a", 1, Integer::sum);
              computed.countDown();
            });
    thread.start();
    map.compute("a", (key, value) -> awaited(computed));
    thread.join();
  }

  /** What is there already is seen without waiting. */
  @Expect(outputs = "1")
  static void valueSeenBesideAComputation() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>(Map.of("a", 0));
    CountDownLatch seen = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              map.computeIfAbsent("a", key -> 5);
              seen.countDown();
            });
    thread.start();
    map.computeIfPresent("a", (key, value) -> awaited(seen));
    thread.join();
    System.out.print(map.get("a"));
  }

  @Expect(faults = DEADLOCK)
  static void computationsInComputations() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Thread thread =
        new Thread(() -> map.compute("a", (a, value) -> map.compute("b", (b, other) -> 1)));
    thread.start();
    map.compute("b", (b, value) -> map.compute("a", (a, other) -> 2));
    thread.join();
  }

  @Expect(faults = PANIC)
  static void computationThatChangesItsOwnKey() {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    map.computeIfAbsent("a", key -> map.computeIfAbsent("a", again -> 1));
  }

  /** Nobody else computes the value meanwhile, and nobody sees it before that is done. */
  @Expect(outputs = {"null", "2"})
  static void computationInSteps() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    AtomicInteger made = new AtomicInteger();
    Runnable compute =
        () ->
            map.computeIfAbsent(
                "a",
                key -> {
                  made.incrementAndGet();
                  return made.incrementAndGet();
                });
    Thread thread = new Thread(compute);
    Thread other = new Thread(compute);
    thread.start();
    other.start();
    System.out.print(map.get("a"));
    thread.join();
    other.join();
  }

  @Expect(outputs = "2")
  static void mergeIsOneStep() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    both(() -> map.merge("a", 1, Integer::sum));
    System.out.print(map.get("a"));
  }

  @Expect(outputs = {"1", "2"})
  static void getThenPutIsTwo() throws Exception {
    ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>(Map.of("a", 0));
    both(() -> map.put("a", map.get("a") + 1));
    System.out.print(map.get("a"));
  }

  @Expect(outputs = "3")
  static void pool() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<Integer> one = pool.submit(() -> 1);
    Future<Integer> two = pool.submit(() -> 2);
    System.out.print(one.get() + two.get());
    pool.shutdown();
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  @Expect(outputs = "1", faults = LEAK)
  static void poolLeftOpen() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    System.out.print(pool.submit(() -> 1).get());
  }

  @Expect(outputs = {"ab", "ba"})
  static void virtualThreadPerTask() {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.submit(() -> System.out.print("a"));
      pool.submit(() -> System.out.print("b"));
    }
  }

  @Expect(outputs = "boom")
  static void failureOfATask() throws Exception {
    try (ExecutorService pool = Executors.newCachedThreadPool()) {
      pool.submit(
              () -> {
                throw new IllegalStateException("boom");
              })
          .get();
    } catch (ExecutionException e) {
      System.out.print(e.getCause().getMessage());
    }
  }

  @Expect(faults = PANIC)
  static void executeAfterShutdown() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.shutdown();
    pool.execute(() -> {});
  }

  @Expect(outputs = "0 0")
  static void readersShare() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    both(
        () -> {
          lock.readLock().lock();
          System.out.append("".repeat(count));
          lock.readLock().unlock();
        });
    System.out.print(lock.getReadLockCount() + " " + count);
  }

  @Expect(outputs = "2")
  static void writersExclude() throws Exception {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    both(
        () -> {
          lock.writeLock().lock();
          count++;
          lock.writeLock().unlock();
        });
    lock.readLock().lock();
    System.out.print(count);
    lock.readLock().unlock();
  }

  @Expect(faults = DEADLOCK)
  static void upgradeDeadlocks() {
    ReadWriteLock lock = new ReentrantReadWriteLock();
    lock.readLock().lock();
    lock.writeLock().lock();
  }

  @Expect(outputs = "3")
  static void barrier() throws Exception {
    int[] parts = new int[2];
    CyclicBarrier barrier = new CyclicBarrier(2, () -> System.out.print(parts[0] + parts[1]));
    Thread thread = new Thread(() -> arrive(barrier, parts, 0));
    thread.start();
    arrive(barrier, parts, 1);
    thread.join();
  }

  private static void arrive(CyclicBarrier barrier, int[] parts, int part) {
    parts[part] = part + 1;
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}

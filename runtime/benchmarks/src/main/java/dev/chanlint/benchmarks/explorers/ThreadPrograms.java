package dev.chanlint.benchmarks.explorers;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Programs of two threads, for every tool. */
final class ThreadPrograms {

  private ThreadPrograms() {}

  private static void both(Runnable one, Runnable other) throws InterruptedException {
    Thread first = new Thread(one);
    Thread second = new Thread(other);
    first.start();
    second.start();
    first.join();
    second.join();
  }

  /** Increments of one atomic variable. */
  static final class Increments {
    private Increments() {}

    static void main() throws InterruptedException {
      AtomicInteger x = new AtomicInteger();
      Runnable increments =
          () -> {
            for (int i = 0; i < 10; i++) {
              x.incrementAndGet();
            }
          };
      both(increments, increments);
    }
  }

  /** Sections under one lock. */
  static final class Locks {
    private Locks() {}

    @SuppressWarnings("LockNotBeforeTry") // there is nothing in the section that could throw
    static void main() throws InterruptedException {
      ReentrantLock lock = new ReentrantLock();
      Runnable sections =
          () -> {
            for (int i = 0; i < 5; i++) {
              lock.lock();
              lock.unlock();
            }
          };
      both(sections, sections);
    }
  }

  /** A producer and a consumer. */
  static final class Queue {
    private static final int ITEMS = 5;

    private Queue() {}

    static void main() throws InterruptedException {
      ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
      both(() -> produce(queue), () -> consume(queue));
    }

    private static void produce(ArrayBlockingQueue<Integer> queue) {
      try {
        for (int i = 0; i < ITEMS; i++) {
          queue.put(i);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void consume(ArrayBlockingQueue<Integer> queue) {
      try {
        for (int i = 0; i < ITEMS; i++) {
          queue.take();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

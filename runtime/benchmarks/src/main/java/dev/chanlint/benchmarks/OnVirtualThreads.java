package dev.chanlint.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A library of channels alone; the threads and locks are the JDK's own.
 *
 * @param <C> its channels
 */
abstract class OnVirtualThreads<C> extends Library<C> {

  @Override
  final long run(Main main) throws Exception {
    CompletableFuture<Long> result = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            result.complete(main.run());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result.get();
  }

  @Override
  final void go(Body body) {
    Thread.startVirtualThread(() -> run(body));
  }

  @Override
  final void goAndJoin(int count, Body body) throws Exception {
    CountDownLatch all = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      Thread.startVirtualThread(
          () -> {
            try {
              run(body);
            } finally {
              all.countDown();
            }
          });
    }
    all.await();
  }

  private static void run(Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  final void lockAndUnlock(int times) {
    Lock lock = new ReentrantLock();
    for (int i = 0; i < times; i++) {
      lock.lock();
      lock.unlock();
    }
  }
}

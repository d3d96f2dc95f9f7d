package dev.chanlint.verification.explored;

import java.util.ArrayList;
import java.util.List;

/** What the programs under test do with threads. */
final class Together {

  /** What a thread does. */
  interface Body {
    void run() throws InterruptedException;
  }

  private Together() {}

  /** Fails unless something is so. */
  static void expect(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("not as it should be");
    }
  }

  /** Lets threads run, each on its own, and waits for all. */
  static void together(Body... bodies) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Body body : bodies) {
      threads.add(begin(body));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Lets two threads run, of which the first is interrupted, and waits for both. */
  static void interruptFirst(Body interrupted, Body other) throws InterruptedException {
    Thread first = begin(interrupted);
    Thread second = begin(other);
    first.interrupt();
    first.join();
    second.join();
  }

  private static Thread begin(Body body) {
    return Thread.startVirtualThread(
        () -> {
          try {
            body.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}

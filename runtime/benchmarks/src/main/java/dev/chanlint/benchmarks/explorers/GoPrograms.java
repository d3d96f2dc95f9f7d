package dev.chanlint.benchmarks.explorers;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Programs of goroutines. */
final class GoPrograms {

  private GoPrograms() {}

  private static void receive(Chan<Integer> channel, int count) {
    for (int i = 0; i < count; i++) {
      channel.receive();
    }
  }

  private static void send(Chan<Integer> channel, int count) {
    for (int i = 0; i < count; i++) {
      channel.send(i);
    }
  }

  /** Increments of one atomic variable. */
  static final class GoIncrements {
    private GoIncrements() {}

    static void main() {
      AtomicInteger x = new AtomicInteger();
      for (int t = 0; t < 2; t++) {
        Go.go(
            () -> {
              for (int i = 0; i < 10; i++) {
                x.incrementAndGet();
              }
            });
      }
    }
  }

  /** Several that send one value each. */
  static final class Senders {
    private Senders() {}

    static void main() {
      Chan<Integer> channel = Chan.make();
      for (int i = 0; i < 8; i++) {
        Go.go(() -> send(channel, 1));
      }
      receive(channel, 8);
    }
  }

  /** A few that send several values each. */
  static final class FanIn {
    private FanIn() {}

    static void main() {
      Chan<Integer> channel = Chan.make();
      for (int i = 0; i < 3; i++) {
        Go.go(() -> send(channel, 4));
      }
      receive(channel, 12);
    }
  }

  /** The same through a buffer. */
  static final class Buffered {
    private Buffered() {}

    static void main() {
      Chan<Integer> channel = Chan.make(2);
      for (int i = 0; i < 3; i++) {
        Go.go(() -> send(channel, 4));
      }
      receive(channel, 12);
    }
  }

  /** A reader that looks for the last zero while writers fill an array. */
  static final class LastZero {
    private static final int WRITERS = 15;

    private LastZero() {}

    static void main() {
      AtomicIntegerArray a = new AtomicIntegerArray(WRITERS + 1);
      Go.go(
          () -> {
            int i = WRITERS;
            while (a.get(i) != 0) {
              i--;
            }
          });
      for (int j = 1; j <= WRITERS; j++) {
        int own = j;
        Go.go(() -> a.set(own, a.get(own - 1) + 1));
      }
    }
  }

  /** Two that add up, and one that looks. */
  static final class Fibonacci {
    private static final int ROUNDS = 5;

    private Fibonacci() {}

    static void main() {
      AtomicInteger x = new AtomicInteger(1);
      AtomicInteger y = new AtomicInteger(1);
      Go.go(() -> add(x, x, y));
      Go.go(() -> add(y, x, y));
      Go.go(
          () -> {
            x.get();
            y.get();
          });
    }

    private static void add(AtomicInteger sum, AtomicInteger x, AtomicInteger y) {
      for (int i = 0; i < ROUNDS; i++) {
        sum.set(x.get() + y.get());
      }
    }
  }
}

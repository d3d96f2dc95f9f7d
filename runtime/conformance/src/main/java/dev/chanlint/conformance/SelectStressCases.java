package dev.chanlint.conformance;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Many selects, and which cases they choose. */
public final class SelectStressCases {

  private SelectStressCases() {}

  @Holds("selects in both directions over shared channels pass every value once")
  public static void manySelectsOverSharedChannels() {
    int pairs = Check.scale(4, 1);
    int n = Check.scale(5_000, 2);
    for (int capacity = 0; capacity < 2; capacity++) {
      Chan<Integer> a = Chan.make(capacity);
      Chan<Integer> b = Chan.make(capacity);
      Chan<Long> sums = Chan.make();
      for (int p = 0; p < pairs; p++) {
        Go.go(
            () -> {
              for (int i = 1; i <= n; i++) {
                select(onSend(a, i), onSend(b, i));
              }
            });
        Go.go(
            () -> {
              long sum = 0;
              for (int i = 1; i <= n; i++) {
                sum += Select.<Integer>select(onReceive(b), onReceive(a));
              }
              sums.send(sum);
            });
      }
      long sum = 0;
      for (int p = 0; p < pairs; p++) {
        sum += sums.receiveOr(0L);
      }
      Check.equal((long) pairs * n * (n + 1) / 2, sum);
    }
  }

  @Holds("plain operations and selects meet on one channel")
  public static void selectsMeetPlainOperations() {
    int n = Check.scale(10_000, 2);
    Chan<Integer> ch = Chan.make();
    Chan<Integer> silent = Chan.make();
    WaitGroup senders = new WaitGroup();
    senders.go(
        () -> {
          for (int i = 0; i < n; i++) {
            ch.send(1);
          }
        });
    senders.go(
        () -> {
          for (int i = 0; i < n; i++) {
            select(onReceive(silent), onSend(ch, 1));
          }
        });
    Chan<Integer> counts = Chan.make();
    Go.go(
        () -> {
          int count = 0;
          while (ch.receive() != null) {
            count++;
          }
          counts.send(count);
        });
    Go.go(
        () -> {
          int count = 0;
          while (Select.<Boolean>select(
              onReceive(ch).map(v -> v != null), onReceive(silent).as(true))) {
            count++;
          }
          counts.send(count);
        });
    senders.await();
    ch.close();
    Check.equal(2 * n, counts.receiveOr(0) + counts.receiveOr(0));
  }

  @Holds(value = "among ready cases the choice is uniform", realOnly = Holds.STATISTICAL)
  public static void uniform() {
    int cases = 5;
    int draws = 100_000;
    int[] chosen = new int[cases];
    Chan<Integer> ready = Chan.make(1);
    Chan<Integer> closed = Chan.make();
    Chan<Integer> silent = Chan.make();
    closed.close();
    ready.send(1);
    for (int i = 0; i < draws; i++) {
      int index =
          select(
              onReceive(closed).as(0),
              onReceive(silent).as(-1),
              onReceive(closed).as(1),
              onReceive(ready, () -> ready.send(1)).as(2),
              onSend(silent, 1).as(-1),
              onReceive(closed).as(3),
              onReceive(closed).as(4));
      chosen[index]++;
    }
    double expected = (double) draws / cases;
    double chiSquared = 0;
    for (int count : chosen) {
      chiSquared += (count - expected) * (count - expected) / expected;
    }
    // With 4 degrees of freedom a fair choice passes x with probability (1 + x/2) exp(-x/2), which
    // for 50 is 3.6e-10: less than one false alarm in a thousand million runs.
    Check.that(chiSquared < 50, "chi-squared " + chiSquared);
  }

  @Holds(value = "when two senders are always ready, both are served", realOnly = Holds.STATISTICAL)
  public static void fairnessBetweenSenders() {
    int n = 20_000;
    Chan<Integer> a = Chan.make();
    Chan<Integer> b = Chan.make();
    Chan<Unit> quit = Chan.make();
    WaitGroup senders = new WaitGroup();
    for (Chan<Integer> ch : List.of(a, b)) {
      senders.go(
          () -> {
            boolean more = true;
            while (more) {
              more = select(onSend(ch, 1).as(true), onReceive(quit).as(false));
            }
          });
    }
    int[] served = new int[2];
    for (int i = 0; i < n; i++) {
      served[Select.<Integer>select(onReceive(a).as(0), onReceive(b).as(1))]++;
    }
    quit.close();
    senders.await();
    Check.that(Math.min(served[0], served[1]) > n / 10, served[0] + " and " + served[1]);
  }

  @Holds(
      value = "a default and a send that nobody waits for take both branches",
      realOnly = Holds.STATISTICAL)
  public static void pseudoRandomSend() {
    int n = 2_000;
    Chan<Integer> ch = Chan.make(1);
    int[] bits = new int[2];
    for (int i = 0; i < n; i++) {
      ch.send(select(onSendTo(ch, 0), onSendTo(ch, 1)));
      bits[ch.receiveOr(0)]++;
    }
    Check.that(Math.min(bits[0], bits[1]) > n / 4, bits[0] + " and " + bits[1]);
  }

  private static Select.Case<Integer> onSendTo(Chan<Integer> ch, int bit) {
    return onSend(ch, bit, () -> Check.equal(bit, ch.receive())).as(bit);
  }

  @Holds("a select with a default in a loop gets everything that others send")
  public static void pollingLosesNothing() {
    int n = Check.scale(5_000, 2);
    Chan<Integer> ch = Chan.make();
    WaitGroup senders = new WaitGroup();
    for (int g = 0; g < 2; g++) {
      senders.go(
          () -> {
            for (int i = 0; i < n; i++) {
              ch.send(1);
            }
          });
    }
    int received = 0;
    while (received < 2 * n) {
      if (Select.<Boolean>select(onReceive(ch).as(true), onDefault(Go::gosched).as(false))) {
        received++;
      }
    }
    senders.await();
  }
}

package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.explorer.Fault;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Main waits for a goroutine that a ticker drives: for good if the goroutine does the same again
 * and again, and not if it keeps count, for however long.
 */
final class TickerPrograms {

  /** More than it takes to hold that nothing changes. */
  private static final int ROUNDS = 260;

  private static final Duration PERIOD = Duration.ofMillis(1);

  private static int count;

  private TickerPrograms() {}

  private static void waitFor(Consumer<Ticker> body) {
    Chan<Integer> done = Chan.make();
    Ticker ticker = new Ticker(PERIOD);
    Go.go(
        () -> {
          body.accept(ticker);
          ticker.stop();
          done.close();
        });
    done.receive();
  }

  @Expect(faults = {Fault.DEADLOCK, Fault.LIVELOCK})
  static void receives() {
    waitFor(
        ticker -> {
          while (true) {
            ticker.channel().receive();
          }
        });
  }

  @Expect(faults = {Fault.DEADLOCK, Fault.LIVELOCK})
  static void selects() {
    Chan<Integer> stop = Chan.make();
    waitFor(
        ticker -> {
          while (select(onReceive(stop).as(false), onReceive(ticker.channel()).as(true))) {}
        });
  }

  /** Has too many schedules to run them all: the ticker may fire before a lock or after it. */
  static void locks() {
    Mutex lock = new Mutex();
    waitFor(
        ticker -> {
          while (true) {
            ticker.channel().receive();
            lock.lock();
            lock.unlock();
          }
        });
  }

  @Expect
  static void countsInAVariable() {
    waitFor(
        ticker -> {
          for (int i = 0; i < ROUNDS; i++) {
            ticker.channel().receive();
          }
        });
  }

  @Expect
  static void countsInAParameter() {
    waitFor(ticker -> receive(ticker, ROUNDS));
  }

  private static void receive(Ticker ticker, int times) {
    while (times > 0) {
      ticker.channel().receive();
      times--;
    }
  }

  @Expect
  static void countsInArguments() {
    waitFor(ticker -> descend(ticker, ROUNDS));
  }

  private static void descend(Ticker ticker, int levels) {
    if (levels > 0) {
      ticker.channel().receive();
      descend(ticker, levels - 1);
    }
  }

  /** As {@link #locks}. */
  static void countsInGoroutines() {
    waitFor(
        ticker -> {
          Chan<Integer> end = Chan.make();
          handOn(ticker, ROUNDS, end);
          end.receive();
        });
  }

  private static void handOn(Ticker ticker, int times, Chan<Integer> end) {
    if (times == 0) {
      end.close();
    } else {
      ticker.channel().receive();
      Go.go(() -> handOn(ticker, times - 1, end));
    }
  }

  @Expect
  static void countsInAField() {
    waitFor(
        ticker -> {
          while (count < ROUNDS) {
            ticker.channel().receive();
            count++;
          }
        });
  }

  @Expect
  static void countsInAnArray() {
    int[] counts = new int[1];
    waitFor(
        ticker -> {
          while (counts[0] < ROUNDS) {
            ticker.channel().receive();
            counts[0]++;
          }
        });
  }

  /** As {@link #locks}. */
  static void drawsUntilItIsLucky() {
    waitFor(
        ticker -> {
          while (ThreadLocalRandom.current().nextInt(2 * ROUNDS) > 0) {
            ticker.channel().receive();
          }
        });
  }

  /** As {@link #locks}. */
  static void looksAtTheTimeReceived() {
    Instant end = Instant.now().plus(PERIOD.multipliedBy(ROUNDS));
    waitFor(
        ticker -> {
          while (ticker.channel().receiveOr(Instant.MAX).isBefore(end)) {}
        });
  }
}

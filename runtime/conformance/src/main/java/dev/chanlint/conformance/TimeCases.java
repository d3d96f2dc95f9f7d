package dev.chanlint.conformance;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Timers, tickers, sleep. */
public final class TimeCases {

  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  private TimeCases() {}

  @Holds("a timer fires once")
  public static void firesOnce() {
    Timer timer = new Timer(SOON);
    Check.that(timer.channel().receive() != null, "no time");
    Check.that(!timer.stop(), "stopped though it had fired");
    Check.equal(null, timer.channel().tryReceive());
  }

  @Holds("a timer of no or negative duration fires, too")
  public static void firesAtOnce() {
    new Timer(Duration.ZERO).channel().receive();
    new Timer(Duration.ofSeconds(-1)).channel().receive();
    Time.after(Duration.ZERO).receive();
    Go.sleep(Duration.ZERO);
    Go.sleep(Duration.ofSeconds(-1));
  }

  @Holds("stop reports whether the timer was pending")
  public static void stop() {
    Timer timer = new Timer(NEVER);
    Check.that(timer.stop(), "not pending");
    Check.that(!timer.stop(), "pending twice");
    Check.equal(null, timer.channel().tryReceive());
  }

  @Holds("after stop or reset no stale time is received, whether the timer had fired or not")
  public static void noStaleTime() {
    for (int i = 0; i < Check.scale(200, 1); i++) {
      Timer timer = new Timer(Duration.ofNanos(50_000));
      Go.gosched();
      timer.stop();
      Check.equal(null, timer.channel().tryReceive());
      timer.reset(Duration.ofNanos(50_000));
      Go.gosched();
      Check.that(timer.reset(NEVER), "a running or unreceived timer was not pending");
      Check.equal(null, timer.channel().tryReceive());
      timer.stop();
    }
  }

  @Holds("reset starts a timer anew, stopped, fired or pending")
  public static void reset() {
    Timer timer = new Timer(NEVER);
    Check.that(timer.reset(SOON), "not pending");
    timer.channel().receive();
    Check.that(!timer.reset(SOON), "pending after it fired");
    timer.channel().receive();
    timer.stop();
    timer.reset(SOON);
    timer.channel().receive();
  }

  @Holds("the channel of a timer looks unbuffered")
  public static void timerChannelLooksUnbuffered() {
    Timer timer = new Timer(NEVER);
    Check.equal(0, timer.channel().cap());
    Check.equal(0, timer.channel().len());
    timer.stop();
  }

  @Holds("a ticker ticks until it is stopped")
  public static void ticks() {
    try (Ticker ticker = new Ticker(SOON)) {
      Instant last = Instant.MIN;
      for (int i = 0; i < 3; i++) {
        Instant tick = ticker.channel().receiveOr(Instant.MIN);
        Check.that(!tick.isBefore(last) && tick.isAfter(Instant.MIN), "ticks out of order");
        last = tick;
      }
      ticker.reset(NEVER);
      Check.equal(null, ticker.channel().tryReceive());
      ticker.reset(SOON);
      ticker.channel().receive();
      ticker.stop();
      Check.equal(null, ticker.channel().tryReceive());
    }
  }

  @Holds("a ticker drops ticks for a slow receiver: at most one is kept")
  public static void dropsTicks() {
    try (Ticker ticker = new Ticker(SOON)) {
      Go.sleep(Duration.ofMillis(20));
      ticker.channel().receive();
      ticker.reset(NEVER);
      Check.equal(null, ticker.channel().tryReceive());
    }
  }

  @Holds("an interval must be positive")
  public static void intervals() {
    Check.fails(
        IllegalArgumentException.class,
        "non-positive interval for Ticker: PT0S",
        () -> new Ticker(Duration.ZERO));
    try (Ticker ticker = new Ticker(NEVER)) {
      Check.fails(
          IllegalArgumentException.class,
          "non-positive interval for Ticker.reset: PT-1S",
          () -> ticker.reset(Duration.ofSeconds(-1)));
    }
    Check.equal(null, Time.tick(Duration.ZERO).tryReceive());
  }

  @Holds("after in a select is a timeout")
  public static void afterInSelect() {
    Chan<Integer> silent = Chan.make();
    String chosen =
        select(onReceive(silent).as("received"), onReceive(Time.after(SOON)).as("timeout"));
    Check.equal("timeout", chosen);
    Chan<Integer> ready = Chan.make(1);
    ready.send(1);
    chosen = select(onReceive(ready).as("received"), onReceive(Time.after(NEVER)).as("timeout"));
    Check.equal("received", chosen);
  }

  @Holds("tick sends again and again")
  public static void tick() {
    ReceiveChan<Instant> ticks = Time.tick(SOON);
    for (int i = 0; i < 3; i++) {
      Check.that(ticks.receive() != null, "no tick");
    }
  }

  @Holds("afterFunc runs its body in a goroutine, unless stopped before")
  public static void afterFunc() {
    Chan<Unit> ran = Chan.make();
    Timer timer = Time.afterFunc(SOON, () -> ran.send(Unit.UNIT));
    ran.receive();
    Check.that(!timer.stop(), "stopped though it had run");
    Check.equal(null, timer.channel().tryReceive());
    AtomicInteger runs = new AtomicInteger();
    Timer stopped = Time.afterFunc(NEVER, runs::incrementAndGet);
    Check.that(stopped.stop(), "not pending");
    Check.equal(0, runs.get());
    timer.reset(SOON);
    ran.receive();
  }

  @Holds("a sleep ends, and orders nothing")
  public static void sleeps() {
    Chan<Integer> ch = Chan.make();
    Go.go(
        () -> {
          Go.sleep(SOON);
          ch.send(1);
        });
    Go.sleep(SOON);
    Check.equal(1, ch.receive());
  }

  @Holds("who waits for a timer, or for one who sleeps, is not in deadlock")
  public static void timersAreNoDeadlock() {
    Chan<Integer> ch = Chan.make();
    Time.afterFunc(Duration.ofMillis(150), () -> ch.send(1));
    Check.equal(1, ch.receive());
    Go.go(
        () -> {
          Go.sleep(Duration.ofMillis(150));
          ch.send(2);
        });
    Check.equal(2, ch.receive());
    Check.that(Time.after(Duration.ofMillis(150)).receive() != null, "no time");
  }

  @Holds(
      value = "a ticker that nobody listens to wakes nobody, so others may be in deadlock",
      deadlock = "chan receive")
  public static void unheardTickerIsNoHelp() {
    Ticker ticker = new Ticker(SOON);
    ticker.channel().receive();
    Chan.<Integer>make().receive();
  }
}

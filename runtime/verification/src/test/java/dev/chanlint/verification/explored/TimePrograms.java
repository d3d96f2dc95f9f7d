package dev.chanlint.verification.explored;

import static dev.chanlint.verification.explored.Together.expect;
import static dev.chanlint.verification.explored.Together.together;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Programs of timers and deadlines as code under test, with the runtime's clock as one thread more.
 * Each ends under every schedule, and at whatever moment the time is up.
 */
final class TimePrograms {

  private static final Duration SHORT = Duration.ofMillis(1);

  /** Written by a function that a timer starts. */
  private boolean started;

  /** The runtime would handle a signal, which the explorer refuses code to do. */
  TimePrograms() {
    System.setProperty("chanlint.dumpSignal", "none");
  }

  void timer() {
    expect(new Timer(SHORT).channel().receive() != null);
  }

  /** A function that was stopped is not started. */
  void functionStopped() {
    Timer timer = Time.afterFunc(SHORT, () -> started = true);
    if (timer.stop()) {
      Go.sleep(SHORT);
      expect(!started);
    }
  }

  /** Its time is received, or it is stopped, and not both. */
  void timerStopped() throws InterruptedException {
    Timer timer = new Timer(SHORT);
    AtomicBoolean received = new AtomicBoolean();
    AtomicBoolean stopped = new AtomicBoolean();
    together(
        () -> received.set(timer.channel().tryReceive() != null), () -> stopped.set(timer.stop()));
    expect(received.get() != stopped.get() && timer.channel().tryReceive() == null);
  }

  /**
   * One setting is received; the other was replaced before, or is still to be stopped. What was set
   * anew does not fire before its time.
   */
  void timerReset() throws InterruptedException {
    Timer timer = new Timer(SHORT);
    AtomicReference<Instant> received = new AtomicReference<>();
    AtomicReference<Instant> due = new AtomicReference<>();
    together(
        () -> received.set(Objects.requireNonNull(timer.channel().receive())),
        () -> {
          Instant soon = Instant.now().plus(SHORT);
          if (timer.reset(SHORT)) {
            due.set(soon);
          }
        });
    boolean replaced = due.get() != null;
    expect(timer.stop() != replaced && !(replaced && received.get().isBefore(due.get())));
  }

  void deadline() throws InterruptedException {
    CancelContext context = Context.withTimeout(Context.background(), SHORT);
    together(context::cancel, () -> context.done().receive());
    expect(context.err() != null);
  }
}

package rules.misuseswallowedcancel;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Catches after which a goroutine waits again, and some after which it does not. */
public final class GoesOn {

  private final ReceiveChan<Unit> signal;
  private volatile boolean stopped;

  GoesOn(ReceiveChan<Unit> signal) {
    this.signal = signal;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> signal = Chan.make();
          signal.close();
          GoesOn program = new GoesOn(signal);
          WaitGroup group = new WaitGroup();
          group.go(program::again);
          group.go(program::afterwards);
          group.go(program::inHelper);
          group.go(program::untilStopped);
          group.go(program::passedOn);
          program.stopped = true;
          group.await();
        });
  }

  private void again() {
    for (int i = 0; i < 3; i++) {
      try {
        signal.receive();
      } catch (
          GoroutineInterruptedException
              e) { // want misuse-swallowed-cancel "is forgotten" structural
        System.out.println("ignored");
      }
    }
  }

  private void afterwards() {
    try {
      Thread.sleep(1);
    } catch (
        InterruptedException
            e) { // want misuse-swallowed-cancel "waits again at line 53" structural
      System.out.println(e.getMessage());
    }
    signal.receive();
  }

  private void inHelper() {
    for (int i = 0; i < 2; i++) {
      pause();
      signal.receive();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1);
      // want +1 misuse-swallowed-cancel "waits again" structural
    } catch (InterruptedException e) {
      // nothing
    }
  }

  private void untilStopped() {
    while (!stopped) {
      try {
        signal.receive();
      } catch (GoroutineInterruptedException e) {
        System.out.println("look whether it is time to stop");
      }
    }
  }

  private void passedOn() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    signal.receive();
  }
}

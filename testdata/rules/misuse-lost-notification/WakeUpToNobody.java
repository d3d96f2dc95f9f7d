package rules.misuselostnotification;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** An unbuffered wake-up that is dropped when the worker is not waiting for it yet. */
public final class WakeUpToNobody {

  /** Tells someone. */
  interface Bell {
    void ring();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          byTrySend();
          bySelect();
          byBuffer();
        });
  }

  private static void byTrySend() {
    Chan<Unit> wake = Chan.make();
    WaitGroup worker = new WaitGroup();
    worker.go(() -> wake.receive());
    Bell bell =
        () -> wake.trySend(Unit.UNIT); // want misuse-lost-notification "waits for good" confirmed
    bell.ring();
    worker.await();
  }

  private static void bySelect() {
    Chan<Unit> wake = Chan.make();
    Chan<Unit> never = Chan.make();
    WaitGroup worker = new WaitGroup();
    worker.go(() -> select(onReceive(wake), onReceive(never)));
    select(onSend(wake, Unit.UNIT), onDefault()); // want misuse-lost-notification confirmed
    worker.await();
  }

  private static void byBuffer() {
    Chan<Unit> wake = Chan.make(1);
    WaitGroup worker = new WaitGroup();
    worker.go(() -> wake.receive());
    wake.trySend(Unit.UNIT);
    wake.trySend(Unit.UNIT);
    worker.await();
  }
}

package rules.misusespin;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Loops that wait without a pause, and some that pause. */
public final class BusyWaits {

  public static void main(String[] args) {
    Go.run(
        () -> {
          flag();
          poll();
          closed();
          polite();
        });
  }

  private static void flag() {
    AtomicBoolean ready = new AtomicBoolean();
    WaitGroup setter = new WaitGroup();
    setter.go(() -> ready.set(true));
    until(ready::get); // want misuse-spin "without a pause" structural
    setter.await();
  }

  private static void until(BooleanSupplier condition) {
    boolean met = false;
    while (!met) {
      met = condition.getAsBoolean();
    }
  }

  private static void poll() {
    Chan<Unit> done = Chan.make(1);
    WaitGroup sender = new WaitGroup();
    sender.go(() -> done.send(Unit.UNIT));
    boolean waiting = true;
    while (waiting) {
      waiting =
          select(onReceive(done).as(false), onDefault().as(true)); // want misuse-spin structural
    }
    sender.await();
  }

  private static void closed() {
    Chan<Integer> numbers = Chan.make();
    Chan<Unit> stop = Chan.make();
    WaitGroup stopper = new WaitGroup();
    stopper.go(
        () -> {
          numbers.close();
          stop.close();
        });
    int sum = 0;
    boolean running = true;
    while (running) {
      Integer number =
          select(onReceive(numbers), onReceive(stop).as(-1)); // want misuse-spin structural
      running = number == null || number >= 0;
      sum += number == null ? 0 : number;
    }
    stopper.await();
    System.out.println(sum);
  }

  private static void polite() {
    AtomicBoolean ready = new AtomicBoolean();
    WaitGroup setter = new WaitGroup();
    setter.go(() -> ready.set(true));
    while (!ready.get()) {
      Go.gosched();
    }
    setter.await();
    drain(Chan.make(1));
  }

  private static void drain(ReceiveChan<Integer> numbers) {
    while (numbers.tryReceive() != null) {
      System.out.println("one more");
    }
  }
}

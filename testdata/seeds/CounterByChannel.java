import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** One goroutine owns the count, a thousand others send to it: memory shared by communicating. */
public final class CounterByChannel {

  private static final int GOROUTINES = 1000;

  private CounterByChannel() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> increments = Chan.make();
          Chan<Integer> total = Chan.make();
          go(() -> count(increments, total));
          WaitGroup senders = new WaitGroup();
          for (int i = 0; i < GOROUTINES; i++) {
            senders.go(() -> increments.send(Unit.UNIT));
          }
          senders.await();
          increments.close();
          System.out.println(total.receive());
        });
  }

  private static void count(ReceiveChan<Unit> increments, SendChan<Integer> total) {
    int count = 0;
    for (Unit increment : increments) {
      count++;
    }
    total.send(count);
  }
}

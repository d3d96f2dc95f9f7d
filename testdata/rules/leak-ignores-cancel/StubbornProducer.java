package rules.leakignorescancel;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;

/** The consumer leaves with its context; the producer knows nothing of it. */
public final class StubbornProducer {

  /** Takes rows one by one. */
  interface Sink {
    boolean accept(Context context, ReceiveChan<String> rows);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> rows = Chan.make();
          CancelContext context = Context.withCancel(Context.background());
          Go.go(() -> produce(rows));
          WaitGroup canceller = new WaitGroup();
          canceller.go(context::cancel);
          drain(context, rows, StubbornProducer::takeOne);
          canceller.await();
        });
  }

  private static void produce(Chan<String> rows) {
    rows.send("one"); // want leak-ignores-cancel "does not watch" confirmed
    rows.send("two"); // want leak-ignores-cancel "does not watch" confirmed
  }

  private static void drain(Context context, ReceiveChan<String> rows, Sink sink) {
    boolean open = true;
    for (int taken = 0; open && taken < 2; taken++) {
      open = sink.accept(context, rows);
    }
  }

  private static boolean takeOne(Context context, ReceiveChan<String> rows) {
    return select(onReceive(rows).as(true), onReceive(context.done()).as(false));
  }
}

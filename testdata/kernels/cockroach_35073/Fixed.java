package cockroach_35073;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicReference;

/** Streams rows from a table reader to an outbox. */
public final class Fixed {
  static final int ROW_CHANNEL_SIZE = 16;

  enum ConsumerStatus {
    NEED_MORE_ROWS,
    CONSUMER_CLOSED
  }

  interface RowReceiver {
    ConsumerStatus push(int row);
  }

  static final class RowChannel implements RowReceiver {
    private final Chan<Integer> rows = Chan.make(ROW_CHANNEL_SIZE);
    private final AtomicReference<ConsumerStatus> status =
        new AtomicReference<>(ConsumerStatus.NEED_MORE_ROWS);

    @Override
    public ConsumerStatus push(int row) {
      ConsumerStatus current = status.get();
      if (current == ConsumerStatus.NEED_MORE_ROWS) {
        rows.send(row);
      }
      return current;
    }

    int consumerClosed() {
      status.set(ConsumerStatus.CONSUMER_CLOSED);
      int dropped = 0;
      while (rows.tryReceive() != null) {
        dropped++;
      }
      return dropped;
    }
  }

  static final class Outbox {
    private final RowChannel input;
    private final boolean connected;

    Outbox(RowChannel input, boolean connected) {
      this.input = input;
      this.connected = connected;
    }

    void start(WaitGroup wg) {
      wg.add(1);
      Go.go(
          () -> {
            try {
              mainLoop();
            } finally {
              wg.done();
            }
          });
    }

    private void mainLoop() {
      if (!connected) {
        input.consumerClosed();
        return;
      }
      for (int row : input.rows) {
        System.out.println("row " + row);
      }
      input.consumerClosed();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RowChannel rows = new RowChannel();
          WaitGroup pushers = new WaitGroup();
          WaitGroup outboxes = new WaitGroup();
          for (int row = 0; row < ROW_CHANNEL_SIZE; row++) {
            rows.push(row);
          }
          pushers.go(() -> rows.push(ROW_CHANNEL_SIZE));

          new Outbox(rows, false).start(outboxes);
          outboxes.await();
          rows.push(ROW_CHANNEL_SIZE + 1);
          pushers.await();
        });
  }
}

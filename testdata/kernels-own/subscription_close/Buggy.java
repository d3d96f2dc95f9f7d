// fault: deadlock
package subscription_close;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Closing a subscription tells the hub so; where the hub has ended before, nobody hears it. */
public final class Buggy {

  static final class Hub {
    private final Chan<Integer> leaving = Chan.make();
    private final Chan<Unit> ended = Chan.make();
    private final int members;

    Hub(int members) {
      this.members = members;
    }

    void run(ReceiveChan<Unit> stop) {
      try (ended) {
        int left = 0;
        while (left < members) {
          boolean more = select(onReceive(leaving).as(true), onReceive(stop).as(false));
          if (!more) {
            return;
          }
          left++;
        }
      }
    }
  }

  static final class Subscription implements AutoCloseable {
    private final Hub hub;
    private final int id;

    Subscription(Hub hub, int id) {
      this.hub = hub;
      this.id = id;
    }

    int read() {
      return id * 2;
    }

    @Override
    public void close() {
      hub.leaving.send(id); // want leak-send, leak-ignores-cancel
    }
  }

  static void use(Hub hub, int id, Chan<Integer> results) {
    try (Subscription subscription = new Subscription(hub, id)) {
      results.send(subscription.read());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Hub hub = new Hub(2);
          Chan<Unit> stop = Chan.make();
          Chan<Integer> results = Chan.make(2);
          WaitGroup users = new WaitGroup();
          Go.go(() -> hub.run(stop));
          for (int i = 0; i < 2; i++) {
            int id = i;
            users.go(() -> use(hub, id, results));
          }
          System.out.println(results.receive() + results.receive());
          stop.close();
          hub.ended.receive();
          users.await(); // want deadlock-waitgroup
        });
  }
}

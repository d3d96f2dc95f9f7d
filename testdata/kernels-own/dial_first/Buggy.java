// fault: leak
package dial_first;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import java.util.List;

/**
 * The first of two connections wins; the dialers are told to stop by a context, but it is not the
 * one that is cancelled.
 */
public final class Buggy {

  interface Network {
    String connect(String address);
  }

  static final class Dialer {
    private final Network network;
    private final Chan<String> won = Chan.make();

    Dialer(Network network) {
      this.network = network;
    }

    private void dial(Context context, String address) {
      Context own = Context.withValue(Context.background(), "address", address);
      String connection = network.connect(address);
      select(onSend(won, connection), onReceive(own.done())); // want leak-send, leak-ignores-cancel
    }

    String first(Context parent, List<String> addresses) {
      try (CancelContext race = Context.withCancel(parent)) {
        for (String address : addresses) {
          Go.go("dial " + address, () -> dial(race, address));
        }
        return won.receiveOr("");
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Dialer dialer = new Dialer(address -> address + ":443");
          System.out.println(dialer.first(Context.background(), List.of("a", "b")));
        });
  }
}

// fault: leak
package mail_relay;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.List;

/** Relays the mails of an outbox over a transport until one is refused. */
public final class Buggy {

  interface Transport {
    boolean deliver(String mail);
  }

  static final class Smtp implements Transport {
    @Override
    public boolean deliver(String mail) {
      return !mail.isEmpty();
    }
  }

  static final class Outbox {
    private final List<String> mails = List.of("hello", "", "bye");

    ReceiveChan<String> stream() {
      Chan<String> out = Chan.make();
      Go.go(
          () -> {
            try (out) {
              for (String mail : mails) {
                out.send(mail); // want leak-send
              }
            }
          });
      return out;
    }
  }

  static final class Relay {
    private final Transport transport;

    Relay(Transport transport) {
      this.transport = transport;
    }

    int relay(Outbox outbox) {
      int delivered = 0;
      for (String mail : outbox.stream()) {
        if (!transport.deliver(mail)) {
          break;
        }
        delivered++;
      }
      return delivered;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Relay(new Smtp()).relay(new Outbox())));
  }
}

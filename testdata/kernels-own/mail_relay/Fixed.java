package mail_relay;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Relays the mails of an outbox over a transport until one is refused. */
public final class Fixed {

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
    private final WaitGroup streams = new WaitGroup();

    ReceiveChan<String> stream(Context ctx) {
      Chan<String> out = Chan.make();
      streams.go(
          () -> {
            try (out) {
              for (String mail : mails) {
                boolean sent = select(onSend(out, mail).as(true), onReceive(ctx.done()).as(false));
                if (!sent) {
                  return;
                }
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
      try (CancelContext ctx = Context.withCancel(Context.background())) {
        for (String mail : outbox.stream(ctx)) {
          if (!transport.deliver(mail)) {
            break;
          }
          delivered++;
        }
      }
      outbox.streams.await();
      return delivered;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Relay(new Smtp()).relay(new Outbox())));
  }
}

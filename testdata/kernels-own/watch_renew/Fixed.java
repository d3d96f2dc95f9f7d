package watch_renew;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A watcher that is renewed: the old one's context is dropped without a cancel. */
public final class Fixed {

  static final class Subscription {
    final String topic;
    final CancelContext ctx;

    Subscription(String topic, Context parent, WaitGroup listening) {
      this.topic = topic;
      this.ctx = Context.withCancel(parent);
      listening.go(this::listen);
    }

    private void listen() {
      ctx.done().receive();
    }
  }

  static final class Client implements AutoCloseable {
    private final Context root = Context.background();
    private final WaitGroup listening = new WaitGroup();
    private Subscription current;

    void subscribe(String topic) {
      if (current != null) {
        current.ctx.cancel();
      }
      current = new Subscription(topic, root, listening);
    }

    @Override
    public void close() {
      if (current != null) {
        current.ctx.cancel();
      }
      listening.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (Client client = new Client()) {
            for (String topic : List.of("a", "b")) {
              client.subscribe(topic);
            }
          }
        });
  }
}

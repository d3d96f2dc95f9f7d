package retry_requeue;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Deliveries of alerts; one that fails is put into the queue once more. */
public final class Fixed {

  record Alert(String name, int attempt) {

    Alert again() {
      return new Alert(name, attempt + 1);
    }
  }

  interface Receiver {
    void notify(Alert alert) throws ReceiverException;
  }

  static final class ReceiverException extends Exception {
    private static final long serialVersionUID = 1;
  }

  static final class Router {
    private final Chan<Alert> queue = Chan.make(2);
    private final WaitGroup open = new WaitGroup();
    private final WaitGroup workers = new WaitGroup();
    private final Receiver receiver;

    Router(Receiver receiver) {
      this.receiver = receiver;
      workers.go(this::work);
    }

    void route(Alert alert) {
      open.add(1);
      queue.send(alert);
    }

    private void work() {
      for (Alert alert : queue) {
        deliver(alert);
      }
    }

    private void deliver(Alert alert) {
      try {
        if (!attempt(alert) && alert.attempt() < 2) {
          route(alert.again());
        }
      } finally {
        open.done();
      }
    }

    private boolean attempt(Alert alert) {
      try {
        receiver.notify(alert);
        return true;
      } catch (ReceiverException e) {
        return false;
      }
    }

    void close() {
      open.await();
      queue.close();
      workers.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Receiver pager =
              alert -> {
                if (alert.attempt() == 1) {
                  throw new ReceiverException();
                }
              };
          Router router = new Router(pager);
          router.route(new Alert("disk", 1));
          router.close();
        });
  }
}

// fault: panic
package retry_requeue;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Deliveries of alerts; one that fails is put into the queue once more. */
public final class Buggy {

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
      open.add(1); // want misuse-waitgroup
      queue.send(alert); // want close-before-send
    }

    private void work() {
      for (Alert alert : queue) {
        deliver(alert);
      }
    }

    private void deliver(Alert alert) {
      boolean failed = attempt(alert);
      if (failed && alert.attempt() < 2) {
        route(alert.again());
      }
    }

    private boolean attempt(Alert alert) {
      try {
        receiver.notify(alert);
        return false;
      } catch (ReceiverException e) {
        return true;
      } finally {
        open.done();
      }
    }

    void close() {
      open.await();
      queue.close(); // want close-before-send
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

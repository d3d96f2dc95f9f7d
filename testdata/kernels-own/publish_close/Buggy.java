// fault: panic
package publish_close;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A broker looks whether it is open, then publishes; closing can come between. */
public final class Buggy {

  static final class Broker {
    private final RWMutex lock = new RWMutex();
    private final Chan<String> messages = Chan.make(8);
    private boolean open = true;

    private boolean isOpen() {
      lock.rLock();
      try {
        return open;
      } finally {
        lock.rUnlock();
      }
    }

    boolean publish(String message) {
      return isOpen()
          && messages.trySend(message); // want close-before-send, order-use-after-teardown
    }

    void close() {
      lock.lock();
      try {
        if (open) {
          open = false;
          messages.close(); // want close-before-send
        }
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Broker broker = new Broker();
          WaitGroup publishers = new WaitGroup();
          for (String message : List.of("a", "b")) {
            publishers.go(() -> broker.publish(message));
          }
          broker.close();
          publishers.await();
        });
  }
}

package publish_close;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A broker looks whether it is open, then publishes; closing can come between. */
public final class Fixed {

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
      lock.rLock();
      try {
        return open && messages.trySend(message);
      } finally {
        lock.rUnlock();
      }
    }

    void close() {
      lock.lock();
      try {
        if (open) {
          open = false;
          messages.close();
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

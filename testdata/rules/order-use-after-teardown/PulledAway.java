package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Each access of the connection is locked; that there still is one is not checked. */
public final class PulledAway {

  /** Writes somewhere. */
  interface Connection {
    void write(String text);
  }

  private final Mutex mutex = new Mutex();
  private Connection connection = text -> {};

  public static void main(String[] args) {
    Go.run(
        () -> {
          PulledAway client = new PulledAway();
          WaitGroup group = new WaitGroup();
          group.go(() -> client.log("working"));
          group.go(() -> client.logIfOpen("still working"));
          client.disconnect();
          group.await();
        });
  }

  private void log(String text) {
    mutex.lock();
    try {
      connection.write(text); // want order-use-after-teardown "may be gone" confirmed
    } finally {
      mutex.unlock();
    }
  }

  private void logIfOpen(String text) {
    mutex.lock();
    try {
      if (connection != null) {
        connection.write(text);
      }
    } finally {
      mutex.unlock();
    }
  }

  private void disconnect() {
    mutex.lock();
    try {
      connection = null;
    } finally {
      mutex.unlock();
    }
  }
}

// fault: panic
package session_close;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** A session drops its codec when it is closed; a message that is under way still needs it. */
public final class Buggy {

  interface Codec {
    String encode(int message);
  }

  static final class Session implements AutoCloseable {
    private final Mutex mu = new Mutex();
    private final WaitGroup sends = new WaitGroup();
    private Codec codec;

    Session(Codec codec) {
      this.codec = codec;
    }

    void send(int message) {
      sends.go(
          () -> {
            mu.lock();
            try {
              System.out.println(codec.encode(message)); // want order-use-after-teardown
            } finally {
              mu.unlock();
            }
          });
    }

    @Override
    public void close() {
      mu.lock();
      codec = null; // want order-use-after-teardown
      mu.unlock();
      sends.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (Session session = new Session(Integer::toHexString)) {
            session.send(1);
            session.send(255);
          }
        });
  }
}

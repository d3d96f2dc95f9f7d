package socket_session;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A session whose connection is taken away by close while a write is about to use it. */
public final class Fixed {

  static final class Connection {
    private final List<String> sent = new ArrayList<>();

    void write(String data) {
      sent.add(data);
    }
  }

  static final class Session {
    private final Mutex lock = new Mutex();
    private Connection connection = new Connection();

    boolean isOpen() {
      lock.lock();
      try {
        return connection != null;
      } finally {
        lock.unlock();
      }
    }

    void send(String data) {
      lock.lock();
      try {
        if (connection != null) {
          connection.write(data);
        }
      } finally {
        lock.unlock();
      }
    }

    void close() {
      lock.lock();
      connection = null;
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Session session = new Session();
          WaitGroup both = new WaitGroup();
          both.go(() -> session.send("ping"));
          both.go(session::close);
          both.await();
        });
  }
}

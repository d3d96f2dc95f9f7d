import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A pool in a buffered channel: taking is receiving, giving back is sending. */
public final class ConnectionPool implements AutoCloseable {

  /** Used by one at a time. */
  static final class Connection {
    private final int id;
    private int uses;
    private boolean open = true;

    Connection(int id) {
      this.id = id;
    }

    int use() {
      if (!open) {
        throw new IllegalStateException("connection " + id + " is closed");
      }
      return ++uses;
    }

    void close() {
      open = false;
    }
  }

  private final Chan<Connection> idle;

  ConnectionPool(int size) {
    idle = Chan.make(size);
    for (int id = 0; id < size; id++) {
      idle.send(new Connection(id));
    }
  }

  <R> Optional<R> with(Duration patience, Function<Connection, R> body) {
    Connection connection = select(onReceive(idle), onTimeout(patience));
    if (connection == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(body.apply(connection));
    } finally {
      idle.send(connection);
    }
  }

  @Override
  public void close() {
    List<Connection> all = new ArrayList<>();
    while (all.size() < idle.cap()) {
      all.add(idle.receive());
    }
    all.forEach(Connection::close);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          int[] uses = new int[2];
          try (ConnectionPool pool = new ConnectionPool(1)) {
            WaitGroup clients = new WaitGroup();
            for (int i = 0; i < 2; i++) {
              int client = i;
              clients.go(
                  () -> uses[client] = pool.with(Duration.ofSeconds(1), Connection::use).orElse(0));
            }
            clients.await();
          }
          System.out.println(uses[0] + uses[1]);
        });
  }
}

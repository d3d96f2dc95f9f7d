package bolt_tx;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A transaction has the database's write lock from its begin to its end. An update whose body
 * throws never ends its own, and the next update waits for it.
 */
public final class Fixed {

  static final class Database {
    private final Mutex writer = new Mutex();
    private final Map<String, String> pages = new HashMap<>();

    Tx begin() {
      writer.lock();
      return new Tx(this);
    }

    void update(Consumer<Tx> body) {
      Tx tx = begin();
      boolean complete = false;
      try {
        body.accept(tx);
        complete = true;
      } finally {
        if (complete) {
          tx.commit();
        } else {
          tx.rollback();
        }
      }
    }
  }

  static final class Tx {
    private final Database database;
    private final Map<String, String> staged = new HashMap<>();

    Tx(Database database) {
      this.database = database;
    }

    void put(String key, String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("no value for " + key);
      }
      staged.put(key, value);
    }

    void commit() {
      database.pages.putAll(staged);
      end();
    }

    void rollback() {
      staged.clear();
      end();
    }

    private void end() {
      database.writer.unlock();
    }
  }

  interface Command {
    void execute(Tx tx);
  }

  record Put(String key, String value) implements Command {
    @Override
    public void execute(Tx tx) {
      tx.put(key, value);
    }
  }

  record Touch(String key) implements Command {
    @Override
    public void execute(Tx tx) {
      tx.put(key, "touched");
    }
  }

  static final class Server {
    private final Database database = new Database();

    void handle(List<Command> commands) {
      for (Command command : commands) {
        try {
          database.update(command::execute);
        } catch (IllegalArgumentException refused) {
          System.out.println("refused: " + refused.getMessage());
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server();
          WaitGroup clients = new WaitGroup();
          clients.go(() -> server.handle(List.of(new Touch("b"))));
          server.handle(List.of(new Put("a", " "), new Put("a", "1")));
          clients.await();
        });
  }
}

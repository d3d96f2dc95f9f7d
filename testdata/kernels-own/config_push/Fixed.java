package config_push;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Pushes a configuration to every client that has not gone; that a client has gone shows by a
 * channel that is closed under the lock which the push holds.
 */
public final class Fixed {

  static final class Client {
    private final Chan<Integer> versions = Chan.make();
    private final Chan<Unit> gone = Chan.make();
  }

  static class Guarded {
    private final Lock mu = new ReentrantLock();

    protected void locked(Runnable action) {
      mu.lock();
      try {
        action.run();
      } finally {
        mu.unlock();
      }
    }

    protected <T> T lockedValue(Supplier<T> action) {
      mu.lock();
      try {
        return action.get();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class PushServer extends Guarded {
    private final Set<Client> clients = new LinkedHashSet<>();

    Client connect() {
      Client client = new Client();
      locked(() -> clients.add(client));
      return client;
    }

    void disconnect(Client client) {
      locked(
          () -> {
            clients.remove(client);
            client.gone.close();
          });
    }

    void push(int version) {
      List<Client> current = lockedValue(() -> List.copyOf(clients));
      current.forEach(client -> offer(client, version));
    }

    private static void offer(Client client, int version) {
      select(onSend(client.versions, version), onReceive(client.gone));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PushServer server = new PushServer();
          Client client = server.connect();
          WaitGroup sessions = new WaitGroup();
          sessions.go(
              () -> {
                System.out.println("at " + client.versions.receive());
                server.disconnect(client);
              });
          server.push(1);
          server.push(2);
          sessions.await();
        });
  }
}

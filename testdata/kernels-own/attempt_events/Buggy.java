// fault: deadlock
package attempt_events;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Dials all addresses at once; each attempt tells that it starts and how it ended. The channel has
 * room for one message of each, and who dials leaves with the first connection.
 */
public final class Buggy {

  sealed interface Event {
    String address();
  }

  record Started(String address) implements Event {}

  record Connected(String address, int port) implements Event {}

  record Failed(String address, String reason) implements Event {}

  interface Network {
    int connect(String address) throws IOException;
  }

  static final class Dialer implements AutoCloseable {
    private final Network network;
    private final int perAttempt;
    private final WaitGroup attempts = new WaitGroup();

    Dialer(Network network) {
      this.network = network;
      this.perAttempt = 1;
    }

    private void attempt(String address, SendChan<Event> events) {
      events.send(new Started(address)); // want leak-send
      Event end;
      try {
        end = new Connected(address, network.connect(address));
      } catch (IOException e) {
        end = new Failed(address, e.getMessage());
      }
      events.send(end); // want leak-send
    }

    Optional<Connected> dial(List<String> addresses) {
      Chan<Event> events = Chan.make(addresses.size() * perAttempt);
      for (String address : addresses) {
        attempts.go(() -> attempt(address, events));
      }
      int pending = addresses.size();
      while (pending > 0) {
        switch (events.receive()) {
          case Connected connected -> {
            return Optional.of(connected);
          }
          case Failed failed -> pending--;
          case Started started -> System.out.println("dialling " + started.address());
          case null -> throw new IllegalStateException("closed");
        }
      }
      return Optional.empty();
    }

    @Override
    public void close() {
      attempts.await(); // want deadlock-waitgroup, deadlock-cyclic-wait
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Network network =
              address -> {
                if (address.isEmpty()) {
                  throw new IOException("no address");
                }
                return 443;
              };
          try (Dialer dialer = new Dialer(network)) {
            System.out.println(dialer.dial(List.of("10.0.0.1", "10.0.0.2", "")).isPresent());
          }
        });
  }
}

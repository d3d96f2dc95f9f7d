package stream_init;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A stream is entered in the table of its connection, where its events find it, before it has got
 * the listener that they are for.
 */
public final class Fixed {

  interface Listener {
    void onData(String data);
  }

  static final class H2Stream {
    private Listener listener;

    void data(String payload) {
      listener.onData(payload);
    }
  }

  static final class Connection {
    private final ConcurrentMap<Integer, H2Stream> streams = new ConcurrentHashMap<>();
    private final Chan<String> wire;
    private final WaitGroup reading = new WaitGroup();

    Connection(Chan<String> wire) {
      this.wire = wire;
      reading.go(this::readLoop);
    }

    H2Stream open(int id, Listener listener) {
      H2Stream opened = new H2Stream();
      opened.listener = listener;
      streams.put(id, opened);
      return opened;
    }

    private void readLoop() {
      for (String payload : wire) {
        H2Stream target = streams.get(payload.length());
        if (target != null) {
          target.data(payload);
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> wire = Chan.make(1);
          wire.send("abc");
          Connection connection = new Connection(wire);
          connection.open(3, System.out::println);
          wire.close();
          connection.reading.await();
        });
  }
}

package stream_reset;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stream is ended by its user and by the connection when that breaks; each asks a flag first, and
 * both may find it unset.
 */
public final class Fixed {

  static final class Stream {
    private final Chan<Unit> ended = Chan.make();
    private final AtomicBoolean over = new AtomicBoolean();

    void end() {
      if (over.compareAndSet(false, true)) {
        ended.close();
      }
    }
  }

  static final class Connection {
    private final Map<Integer, Stream> streams = new ConcurrentHashMap<>();

    Stream open(int id) {
      return streams.computeIfAbsent(id, any -> new Stream());
    }

    void broken() {
      for (Stream stream : streams.values()) {
        stream.end();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Connection connection = new Connection();
          Stream stream = connection.open(1);
          WaitGroup faults = new WaitGroup();
          faults.go(connection::broken);
          stream.end();
          stream.ended.receive();
          faults.await();
        });
  }
}

package grpc_1460;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** A client transport whose keep-alive sleeps while no stream is open. */
public final class Fixed {

  record Stream(int id) {}

  static final class Http2Client {
    private final Mutex mu = new Mutex();
    private final Chan<Unit> awakenKeepalive = Chan.make(1);
    private final Map<Integer, Stream> activeStreams = new HashMap<>();

    void keepalive() {
      mu.lock();
      boolean dormant = activeStreams.isEmpty();
      mu.unlock();
      if (dormant) {
        awakenKeepalive.receive();
      }
    }

    Stream newStream(int id) {
      mu.lock();
      try {
        Stream stream = new Stream(id);
        activeStreams.put(id, stream);
        if (activeStreams.size() == 1) {
          awaken();
        }
        return stream;
      } finally {
        mu.unlock();
      }
    }

    private void awaken() {
      awakenKeepalive.send(Unit.UNIT);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Http2Client transport = new Http2Client();
          WaitGroup running = new WaitGroup();
          running.go(transport::keepalive);
          running.go(() -> transport.newStream(1));
          running.await();
        });
  }
}

// fault: deadlock
package stream_demux;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection carries several streams; what comes in is handed on by the number of its stream,
 * and a stream that its reader has given up still gets what is for it.
 */
public final class Buggy {

  record Frame(int lane, String payload) {}

  interface FrameSource {
    Optional<Frame> next();
  }

  static final class Lane implements AutoCloseable {
    private final Chan<String> inbound = Chan.make();
    private final Chan<Unit> reset = Chan.make();

    void deliver(String payload) {
      inbound.send(payload); // want leak-send, deadlock-cyclic-wait, leak-ignores-cancel
    }

    String read() {
      return inbound.receiveOr("EOF"); // want leak-receive, deadlock-cyclic-wait
    }

    @Override
    public void close() {
      reset.close();
    }
  }

  static final class Session {
    private final Mutex mu = new Mutex();
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final FrameSource source;

    Session(FrameSource source) {
      this.source = source;
    }

    Lane lane(int id) {
      mu.lock();
      try {
        return lanes.computeIfAbsent(id, unused -> new Lane());
      } finally {
        mu.unlock();
      }
    }

    void readLoop() {
      for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
        Frame frame = next.get();
        lane(frame.lane()).deliver(frame.payload());
      }
    }
  }

  static FrameSource recorded(Frame... frames) {
    Iterator<Frame> left = List.of(frames).iterator();
    return () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Session session =
              new Session(recorded(new Frame(1, "a"), new Frame(1, "b"), new Frame(2, "c")));
          WaitGroup loop = new WaitGroup();
          loop.go(session::readLoop);
          try (Lane header = session.lane(1)) {
            System.out.println(header.read());
          }
          System.out.println(session.lane(2).read());
          loop.await();
        });
  }
}

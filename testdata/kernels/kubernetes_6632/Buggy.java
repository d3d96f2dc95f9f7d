// fault: leak
package kubernetes_6632;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.List;

/** A framed connection with an idle monitor that shuts it down. */
public final class Buggy {

  record Frame(int streamId) {}

  interface Framer {
    boolean writeFrame(Frame frame);
  }

  static final class IdleAwareFramer implements Framer {
    private final Mutex writeLock = new Mutex();
    private final Chan<Unit> closeChan;
    private final List<Frame> written = new ArrayList<>();
    private Chan<Unit> resetChan = Chan.make();

    IdleAwareFramer(Chan<Unit> closeChan) {
      this.closeChan = closeChan;
    }

    void monitor() {
      select(onReceive(closeChan, () -> shutDown()));
    }

    private void shutDown() {
      writeLock.lock(); // want deadlock-block-under-lock
      try {
        resetChan.close();
        resetChan = null;
      } finally {
        writeLock.unlock();
      }
    }

    @Override
    public boolean writeFrame(Frame frame) {
      writeLock.lock();
      try {
        if (resetChan == null) {
          return false;
        }
        written.add(frame);
        resetChan.send(Unit.UNIT); // want deadlock-block-under-lock
        return true;
      } finally {
        writeLock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> closeChan = Chan.make();
          IdleAwareFramer framer = new IdleAwareFramer(closeChan);
          Go.go("monitor", framer::monitor);
          Go.go("writer", () -> framer.writeFrame(new Frame(1)));
          closeChan.send(Unit.UNIT);
        });
  }
}

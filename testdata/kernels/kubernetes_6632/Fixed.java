package kubernetes_6632;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A framed connection with an idle monitor that shuts it down. */
public final class Fixed {

  record Frame(int streamId) {}

  interface Framer {
    boolean writeFrame(Frame frame);
  }

  static final class IdleAwareFramer implements Framer {
    private final Mutex writeLock = new Mutex();
    private final Chan<Unit> closeChan;
    private final List<Frame> written = new ArrayList<>();
    private final WaitGroup draining = new WaitGroup();
    private Chan<Unit> resetChan = Chan.make();

    IdleAwareFramer(Chan<Unit> closeChan) {
      this.closeChan = closeChan;
    }

    void monitor() {
      Chan<Unit> resets = resetChan;
      select(onReceive(closeChan, () -> shutDown(resets)));
      draining.await();
    }

    private void shutDown(ReceiveChan<Unit> resets) {
      draining.go(
          () -> {
            while (resets.receive() != null) {
              Go.gosched();
            }
          });
      writeLock.lock();
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
        resetChan.send(Unit.UNIT);
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
          WaitGroup running = new WaitGroup();
          running.go(framer::monitor);
          running.go(() -> framer.writeFrame(new Frame(1)));
          closeChan.send(Unit.UNIT);
          running.await();
        });
  }
}

// fault: deadlock
package conn_stats;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** A connection queues frames under its lock; the writer counts them under the same lock. */
public final class Buggy {

  record Frame(int length) {}

  static final class Connection {
    private final Mutex mu = new Mutex();
    private final Chan<Frame> pending = Chan.make(1);
    private final WaitGroup writer = new WaitGroup();
    private int queued;
    private int written;

    Connection() {
      writer.go(this::writeLoop);
    }

    void enqueue(Frame frame) {
      mu.lock();
      queued++;
      pending.send(frame); // want deadlock-block-under-lock, deadlock-cyclic-wait
      mu.unlock();
    }

    private void writeLoop() {
      for (Frame frame : pending) {
        mu.lock(); // want deadlock-block-under-lock, deadlock-cyclic-wait
        written += frame.length();
        mu.unlock();
      }
    }

    int close() {
      pending.close();
      writer.await();
      return written;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Connection connection = new Connection();
          for (int i = 1; i <= 4; i++) {
            connection.enqueue(new Frame(i));
          }
          System.out.println(connection.close());
        });
  }
}

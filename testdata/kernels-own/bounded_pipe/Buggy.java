// fault: deadlock
package bounded_pipe;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A pipe of one byte between a writer and a reader. A reader that closes its end wakes other
 * readers, and not the writer that waits for room.
 */
public final class Buggy {

  static final class ClosedPipeException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static final class Pipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<Integer> bytes = new ArrayDeque<>();
    private boolean readerGone;

    void write(int value) throws ClosedPipeException, InterruptedException {
      lock.lock();
      try {
        while (bytes.size() == 1 && !readerGone) {
          notFull.await(); // want deadlock-cond
        }
        if (readerGone) {
          throw new ClosedPipeException();
        }
        bytes.add(value);
        notEmpty.signal();
      } finally {
        lock.unlock();
      }
    }

    int read() throws InterruptedException {
      lock.lock();
      try {
        while (bytes.isEmpty()) {
          notEmpty.await();
        }
        int value = bytes.remove();
        notFull.signal();
        return value;
      } finally {
        lock.unlock();
      }
    }

    void closeReader() {
      lock.lock();
      try {
        readerGone = true;
        notEmpty.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  static int writeAll(Pipe pipe, int... values) throws InterruptedException {
    int written = 0;
    try {
      for (int value : values) {
        pipe.write(value);
        written++;
      }
    } catch (ClosedPipeException e) {
      System.err.println("broken pipe after " + written);
    }
    return written;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pipe pipe = new Pipe();
          WaitGroup writer = new WaitGroup();
          writer.go(() -> writeAll(pipe, 1, 2, 3));
          System.out.println(pipe.read());
          pipe.closeReader();
          writer.await();
        });
  }
}

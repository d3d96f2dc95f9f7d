package outbox_put;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A full outbox is waited for under the monitor that the one who empties it has to enter. */
public final class Fixed {

  static final class Outbox {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    private int posted;
    private int delivered;

    void post(String letter) throws InterruptedException {
      synchronized (this) {
        posted++;
      }
      queue.put(letter);
    }

    void deliver() throws InterruptedException {
      while (remaining() > 0) {
        queue.take();
        synchronized (this) {
          delivered++;
        }
      }
    }

    private synchronized int remaining() {
      return 2 - delivered;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Outbox outbox = new Outbox();
          WaitGroup carriers = new WaitGroup();
          carriers.go(outbox::deliver);
          outbox.post("a");
          outbox.post("b");
          carriers.await();
        });
  }
}

package serving_3068;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool of workers that is fed until its owner waits for it. */
public final class Fixed {
  static final int CAPACITY = 5;
  static final int REQUESTS = 2;

  static final class Pool {
    private final WaitGroup wg = new WaitGroup();
    private final Chan<Task> workCh = Chan.make(CAPACITY);
    private final Once waiting = new Once();
    private final WaitGroup workers = new WaitGroup();
    private final Chan<Unit> drained = Chan.make();

    Pool(int size) {
      for (int worker = 0; worker < size; worker++) {
        workers.go(this::work);
      }
    }

    private void work() throws Exception {
      for (Task task : workCh) {
        try {
          task.run();
        } finally {
          wg.done();
        }
      }
    }

    void go(Task task) {
      wg.add(1);
      workCh.send(task);
    }

    ReceiveChan<Unit> await() {
      waiting.run(
          () -> {
            workCh.close();
            Go.go(
                () -> {
                  wg.await();
                  workers.await();
                  drained.close();
                });
          });
      return drained;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new Pool(1);
          AtomicInteger served = new AtomicInteger();
          Chan<Unit> produced = Chan.make();
          Go.go(
              () -> {
                for (int request = 0; request < REQUESTS; request++) {
                  pool.go(served::incrementAndGet);
                  Go.sleep(Duration.ofMillis(10));
                }
                produced.close();
              });
          produced.receive();
          ReceiveChan<Unit> drained = pool.await();
          drained.receive();
        });
  }
}

package worker_queue;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Idle workers queue up with a channel of their own, and the dispatcher takes the first of them for
 * a job; a worker that has been told to quit may still stand in the queue.
 */
public final class Fixed {

  interface Job {
    void run();
  }

  static final class Worker {
    private final Chan<Job> jobs = Chan.make();
    private final Chan<Unit> quit = Chan.make();
    private final SendChan<SendChan<Job>> idle;
    private final AtomicInteger finished;

    Worker(SendChan<SendChan<Job>> idle, AtomicInteger finished) {
      this.idle = idle;
      this.finished = finished;
    }

    void loop() {
      boolean going = true;
      while (going) {
        idle.send(jobs);
        going =
            select(
                onReceive(jobs)
                    .map(
                        job -> {
                          job.run();
                          finished.incrementAndGet();
                          return true;
                        }),
                onReceive(quit).as(false));
      }
    }
  }

  static final class Dispatcher {
    private final Chan<SendChan<Job>> idle = Chan.make(4);
    private final Worker worker;
    private final WaitGroup running = new WaitGroup();

    Dispatcher(AtomicInteger finished) {
      worker = new Worker(idle, finished);
      running.go(worker::loop);
    }

    void dispatch(Job job) {
      SendChan<Job> chosen = idle.receive();
      select(onSend(chosen, job), onReceive(worker.quit));
    }

    void shutDown() {
      worker.quit.close();
      running.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AtomicInteger finished = new AtomicInteger();
          Dispatcher dispatcher = new Dispatcher(finished);
          WaitGroup requests = new WaitGroup();
          requests.go(() -> dispatcher.dispatch(() -> System.out.println("resize")));
          dispatcher.shutDown();
          requests.await();
          System.out.println(finished.get());
        });
  }
}

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/** Workers range over jobs; results are closed after the last worker. */
public final class WorkerPool {

  private static final int WORKERS = 2;

  private WorkerPool() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> jobs = Chan.make();
          Chan<Integer> results = Chan.make(1);
          WaitGroup workers = new WaitGroup();
          for (int w = 0; w < WORKERS; w++) {
            workers.add(1);
            go(() -> work(jobs, results, workers));
          }
          go(() -> feed(jobs, 3));
          go(
              () -> {
                workers.await();
                results.close();
              });
          int sum = 0;
          for (int result : results) {
            sum += result;
          }
          System.out.println(sum);
        });
  }

  private static void feed(SendChan<Integer> jobs, int count) {
    for (int i = 0; i < count; i++) {
      jobs.send(i);
    }
    jobs.close();
  }

  private static void work(
      ReceiveChan<Integer> jobs, SendChan<Integer> results, WaitGroup workers) {
    try {
      for (int job : jobs) {
        results.send(job * 2);
      }
    } finally {
      workers.done();
    }
  }
}

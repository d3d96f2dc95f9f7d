import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Three workers are waited for as if they were six. */
public final class WorkerWaitGroup {

  private static final int WORKERS = 3;

  private WorkerWaitGroup() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup workers = new WaitGroup();
          for (int w = 0; w < WORKERS; w++) {
            workers.add(WORKERS - w);
            go(() -> work(workers));
          }
          workers.await(); // want deadlock-waitgroup confirmed
        });
  }

  private static void work(WaitGroup workers) {
    try {
      System.out.println("working");
    } finally {
      workers.done();
    }
  }
}

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Three workers, each waited for once. */
public final class WorkerWaitGroupFixed {

  private static final int WORKERS = 3;

  private WorkerWaitGroupFixed() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup workers = new WaitGroup();
          for (int w = 0; w < WORKERS; w++) {
            workers.add(1);
            go(() -> work(workers));
          }
          workers.await();
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

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's executors and latches beside channels. */
public final class ExecutorAndLatch {

  private final AtomicInteger imported = new AtomicInteger();
  private final Chan<String> log = Chan.make(4);

  /** Something to import. */
  interface Importer {
    int run(String file);
  }

  private int importAll(ExecutorService executor, Importer importer, String... files)
      throws InterruptedException {
    CountDownLatch left = new CountDownLatch(files.length);
    for (String file : files) {
      executor.execute(
          () -> {
            try {
              imported.addAndGet(importer.run(file));
              log.send(file);
            } finally {
              left.countDown();
            }
          });
    }
    left.await();
    return imported.get();
  }

  private static int check(ExecutorService executor, int expected) throws Exception {
    Future<Integer> checksum = executor.submit(() -> expected * 31);
    return checksum.get();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ExecutorAndLatch program = new ExecutorAndLatch();
          try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            int total = program.importAll(executor, String::length, "a.csv", "b.csv");
            System.out.println(check(executor, total));
          }
          program.log.close();
          int entries = 0;
          for (String entry : program.log) {
            entries += entry.isEmpty() ? 0 : 1;
          }
          System.out.println(entries);
        });
  }
}

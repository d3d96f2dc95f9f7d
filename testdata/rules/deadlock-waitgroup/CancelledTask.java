package rules.deadlockwaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What was to follow the end of a task does not follow where it is cancelled, or late. */
public final class CancelledTask {

  public static void main(String[] args) {
    Go.run(
        () -> {
          CompletableFuture<String> reply = new CompletableFuture<>();
          WaitGroup replies = new WaitGroup();
          WaitGroup readers = new WaitGroup();
          replies.add(1);
          readers.go(
              () -> {
                try {
                  System.out.println(reply.get());
                  replies.done();
                } catch (CancellationException e) {
                  System.out.println("cancelled");
                }
              });
          reply.cancel(true);
          readers.await();
          replies.await(); // want deadlock-waitgroup confirmed
        });
  }

  /** Is cancelled before its turn. */
  static final class InTheQueue {
    public static void main(String[] args) {
      Go.run(
          () -> {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            CountDownLatch both = new CountDownLatch(2);
            pool.submit(both::countDown);
            Future<?> second = pool.submit(both::countDown);
            second.cancel(false);
            both.await(); // want deadlock-waitgroup confirmed
            pool.shutdown();
          });
    }
  }

  /** Is given up after some time. */
  static final class InTime {
    public static void main(String[] args) {
      Go.run(
          () -> {
            CompletableFuture<String> reply = new CompletableFuture<>();
            WaitGroup replies = new WaitGroup();
            replies.add(1);
            reply.orTimeout(1, TimeUnit.MILLISECONDS).thenRun(replies::done);
            replies.await(); // want deadlock-waitgroup confirmed
          });
    }
  }
}

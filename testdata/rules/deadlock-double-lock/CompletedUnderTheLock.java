package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CompletableFuture;

/** Who completes a future runs what others have put there to be done then. */
public final class CompletedUnderTheLock {

  private static final class Calls {
    private final Mutex mu = new Mutex();
    private int answered;

    private void count() {
      mu.lock(); // want deadlock-double-lock confirmed
      answered++;
      mu.unlock();
    }

    private void complete(CompletableFuture<String> call) {
      mu.lock();
      try {
        call.complete("pong " + answered);
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Calls calls = new Calls();
          CompletableFuture<String> call = new CompletableFuture<>();
          call.thenApply(String::length).thenAccept(length -> calls.count());
          WaitGroup replies = new WaitGroup();
          replies.go(() -> calls.complete(call));
          replies.await();
        });
  }

  /** Waits for several. */
  static final class AllOfThem {
    public static void main(String[] args) {
      Go.run(
          () -> {
            Calls calls = new Calls();
            CompletableFuture<String> left = new CompletableFuture<>();
            CompletableFuture<String> right = new CompletableFuture<>();
            CompletableFuture.allOf(left, right).thenRun(calls::count);
            WaitGroup replies = new WaitGroup();
            replies.go(() -> calls.complete(left));
            replies.go(() -> calls.complete(right));
            replies.await();
          });
    }
  }

  /** Asks for another result in between. */
  static final class OneAfterTheOther {
    public static void main(String[] args) {
      Go.run(
          () -> {
            Calls calls = new Calls();
            CompletableFuture<String> body = new CompletableFuture<>();
            CompletableFuture.completedFuture("head")
                .thenCompose(head -> body)
                .whenComplete((text, failure) -> calls.count());
            calls.complete(body);
          });
    }
  }

  /** Waits for the first of two, and then for another. */
  static final class EitherAndBoth {
    public static void main(String[] args) {
      Go.run(
          () -> {
            Calls calls = new Calls();
            CompletableFuture<String> left = new CompletableFuture<>();
            CompletableFuture<String> right = new CompletableFuture<>();
            CompletableFuture<Void> third = CompletableFuture.completedFuture(null);
            left.acceptEither(right, System.out::println).runAfterBoth(third, calls::count);
            calls.complete(right);
          });
    }
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stages of futures, which who completes these runs unless they are asynchronous. */
public final class StagesInTurn {

  /** Who has waited for the one who completes it, has waited for the stages too. */
  private static int joined() {
    CompletableFuture<String> reply = new CompletableFuture<>();
    List<String> seen = new ArrayList<>();
    reply.thenAccept(seen::add);
    WaitGroup replies = new WaitGroup();
    replies.go(() -> reply.complete("pong"));
    replies.await();
    return seen.size();
  }

  /** The last stage comes after those before it. */
  private static int chained() {
    CompletableFuture<String> reply = new CompletableFuture<>();
    List<String> seen = new ArrayList<>();
    CompletableFuture<Void> stored = reply.thenApply(String::strip).thenAccept(seen::add);
    WaitGroup replies = new WaitGroup();
    replies.go(() -> reply.complete(" pong "));
    stored.join();
    int size = seen.size();
    replies.await();
    return size;
  }

  /** A stage of its own goroutine may take the lock under which the future is completed. */
  private static void asynchronously() {
    Mutex mu = new Mutex();
    CompletableFuture<Integer> reply = new CompletableFuture<>();
    CompletableFuture<Void> done =
        reply.thenAcceptAsync(
            n -> {
              mu.lock();
              mu.unlock();
            });
    mu.lock();
    try {
      reply.complete(1);
    } finally {
      mu.unlock();
    }
    done.join();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(joined() + chained());
          asynchronously();
        });
  }
}

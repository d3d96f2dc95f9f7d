import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Results that may be given up, and are not counted on by who asks for them. */
public final class GivenUpInTime {

  private static String cancelled() throws Exception {
    CompletableFuture<String> reply = new CompletableFuture<>();
    WaitGroup cancellers = new WaitGroup();
    cancellers.go(() -> reply.cancel(true));
    try {
      return reply.get();
    } catch (CancellationException e) {
      return "cancelled";
    } finally {
      cancellers.await();
    }
  }

  private static String late() {
    CompletableFuture<String> reply = new CompletableFuture<>();
    return reply.completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).join();
  }

  private static int lengthIfThere() {
    CompletableFuture<String> reply = new CompletableFuture<>();
    WaitGroup replies = new WaitGroup();
    replies.go(() -> reply.complete("pong"));
    int length = reply.getNow("").length();
    replies.await();
    return length;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(cancelled());
          System.out.println(late());
          System.out.println(lengthIfThere() >= 0);
        });
  }
}

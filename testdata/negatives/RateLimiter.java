import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Ticker;
import java.time.Duration;

/** A ticker paces the sends; both it and the goroutine end with the work. */
public final class RateLimiter {

  private RateLimiter() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> requests = Chan.make(2);
          requests.send(1);
          requests.send(2);
          requests.close();
          try (Ticker pace = new Ticker(Duration.ofMillis(10))) {
            for (int request : requests) {
              pace.channel().receive();
              System.out.println(request);
            }
          }
        });
  }
}

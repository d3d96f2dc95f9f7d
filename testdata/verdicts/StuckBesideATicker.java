import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Ticker;
import java.time.Duration;

/** What never ends beside it does nothing that could help. */
final class StuckBesideATicker {

  public static void main(String[] args) {
    Chan<Integer> never = Chan.make();
    Ticker ticker = new Ticker(Duration.ofMillis(10));
    go(
        () -> {
          while (true) {
            ticker.channel().receive();
          }
        });
    // finding leak-receive: CONFIRMED
    never.receive();
  }
}

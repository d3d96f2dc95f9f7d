package uncalled;

import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import java.time.Duration;

/** Starts what nobody can stop. */
public class Poller {

  private final Runnable poll;

  public Poller(Runnable poll) {
    this.poll = poll;
  }

  public void start() {
    Go.go( // want leak-endless confirmed
        () -> {
          while (true) {
            poll.run();
            Go.sleep(Duration.ofSeconds(1));
          }
        });
  }

  public void start(Context context) {
    Go.go(
        () -> {
          while (context.err() == null) {
            poll.run();
            Go.sleep(Duration.ofSeconds(1));
          }
        });
  }
}

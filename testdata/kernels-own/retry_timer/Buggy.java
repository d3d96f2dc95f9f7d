// fault: deadlock
package retry_timer;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Timer;
import java.time.Duration;

/**
 * Backs off by a timer that it uses again; it drains the timer's channel though it has taken the
 * tick already.
 */
public final class Buggy {

  interface Attempt {
    boolean run(int number);
  }

  static final class Retrier {
    private final Timer timer = new Timer(Duration.ofMillis(1));
    private final int most;

    Retrier(int most) {
      this.most = most;
    }

    private void pause(Duration length) {
      if (!timer.stop()) {
        timer.channel().receive(); // want leak-receive, deadlock-cyclic-wait
      }
      timer.reset(length);
      timer.channel().receive();
    }

    boolean retry(Attempt attempt) {
      timer.channel().receive();
      for (int i = 1; i <= most; i++) {
        if (attempt.run(i)) {
          return true;
        }
        pause(Duration.ofMillis(i));
      }
      return false;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Retrier retrier = new Retrier(2);
          System.out.println(retrier.retry(number -> number == 2));
        });
  }
}

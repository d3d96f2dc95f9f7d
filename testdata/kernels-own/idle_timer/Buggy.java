// fault: race, panic
package idle_timer;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import java.time.Duration;

/**
 * A session ends when nothing happens for a while. The timer's function looks at the field that the
 * timer is being put into as it starts to run.
 */
public final class Buggy {

  interface SessionEnd {
    void ended(String id, String reason);
  }

  static final class Session {
    private final String id;
    private final SessionEnd end;
    private final Mutex mu = new Mutex();
    private Timer idle;
    private boolean active;

    Session(String id, SessionEnd end) {
      this.id = id;
      this.end = end;
    }

    void open(Duration limit) {
      idle = // want race-early-publish, race-unguarded, race-captured, race-inconsistent-guard
          Time.afterFunc(limit, () -> expire(limit));
    }

    private void expire(Duration limit) {
      mu.lock();
      try {
        if (active) {
          active = false;
          idle.reset(limit); // want race-early-publish, race-unguarded, race-inconsistent-guard
          return;
        }
        idle.stop(); // want race-early-publish, race-unguarded, race-inconsistent-guard
      } finally {
        mu.unlock();
      }
      end.ended(id, "idle");
    }

    void touch() {
      mu.lock();
      active = true;
      mu.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> ended = Chan.make(1);
          Session session = new Session("s1", (id, reason) -> ended.send(id + " " + reason));
          session.open(Duration.ofMillis(5));
          session.touch();
          System.out.println(ended.receive());
        });
  }
}

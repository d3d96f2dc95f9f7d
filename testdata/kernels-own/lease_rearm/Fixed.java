package lease_rearm;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;
import static dev.chanlint.runtime.Unit.UNIT;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.time.Instant;

/** A lease that is renewed as long as somebody touches it; each touch sets its timer anew. */
public final class Fixed {

  interface Countdown {
    void rearm();

    ReceiveChan<Instant> fired();
  }

  static final class TimerCountdown implements Countdown {
    private static final Duration TTL = Duration.ofMillis(20);
    private final Timer timer = new Timer(TTL);

    @Override
    public void rearm() {
      timer.stop();
      timer.channel().tryReceive();
      timer.reset(TTL);
    }

    @Override
    public ReceiveChan<Instant> fired() {
      return timer.channel();
    }
  }

  enum Verdict {
    TOUCHED,
    LAPSED,
    REVOKED
  }

  static final class Keeper {
    private final Countdown countdown;
    private final Chan<Unit> touches = Chan.make();
    private final Chan<Unit> revoked = Chan.make();
    private int lapses;

    Keeper(Countdown countdown) {
      this.countdown = countdown;
    }

    void touch() {
      touches.send(UNIT);
    }

    void revoke() {
      revoked.close();
    }

    void run() {
      boolean alive = true;
      while (alive) {
        alive =
            switch (next()) {
              case TOUCHED -> {
                countdown.rearm();
                yield true;
              }
              case LAPSED -> {
                lapses++;
                yield true;
              }
              case REVOKED -> false;
            };
      }
      System.out.println("lapsed " + lapses + " times");
    }

    private Verdict next() {
      return select(
          onReceive(touches).as(Verdict.TOUCHED),
          onReceive(countdown.fired()).as(Verdict.LAPSED),
          onReceive(revoked).as(Verdict.REVOKED));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Keeper keeper = new Keeper(new TimerCountdown());
          WaitGroup keepers = new WaitGroup();
          keepers.go(keeper::run);
          Go.sleep(Duration.ofMillis(30));
          keeper.touch();
          keeper.revoke();
          keepers.await();
        });
  }
}

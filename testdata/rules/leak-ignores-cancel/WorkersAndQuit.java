package rules.leakignorescancel;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.List;

/** Of two kinds of workers behind one interface, one listens to the stop channel. */
public final class WorkersAndQuit {

  /** What workers share. */
  record Shop(Chan<Integer> jobs, Chan<Unit> quit) {}

  /** Takes a job from the shop. */
  interface Worker {
    void work(Shop shop);
  }

  static final class Attentive implements Worker {
    @Override
    public void work(Shop shop) {
      select(onReceive(shop.jobs()), onReceive(shop.quit()));
    }
  }

  static final class Deaf implements Worker {
    @Override
    public void work(Shop shop) {
      shop.jobs().receive(); // want leak-ignores-cancel "channel 'quit'" confirmed
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Shop shop = open();
          for (Worker worker : List.of(new Attentive(), new Deaf())) {
            Go.go(() -> worker.work(shop));
          }
          select(onSend(shop.jobs(), 1), onReceive(shop.quit()));
          shop.quit().close();
        });
  }

  private static Shop open() {
    Chan<Integer> jobs = Chan.make();
    Chan<Unit> quit = Chan.make();
    return new Shop(jobs, quit);
  }
}

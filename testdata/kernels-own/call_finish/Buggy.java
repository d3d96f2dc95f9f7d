// fault: panic
package call_finish;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/**
 * A call is finished by its answer or by its deadline. Each of the two is sure to finish it only
 * once, but of the other it knows nothing.
 */
public final class Buggy {

  interface Finisher {
    void finish(String reason);
  }

  static final class OnceFinisher implements Finisher {
    private final Once once = new Once();
    private final Chan<Unit> finished;

    OnceFinisher(Chan<Unit> finished) {
      this.finished = finished;
    }

    @Override
    public void finish(String reason) {
      once.run(
          () -> {
            System.out.println("finished by " + reason);
            finished.close(); // want close-twice
          });
    }
  }

  static final class Call {
    private final Chan<Unit> finished = Chan.make();
    private final WaitGroup parties = new WaitGroup();

    private Finisher finisher() {
      return new OnceFinisher(finished);
    }

    void start(Runnable exchange, Duration limit) {
      Finisher late = finisher();
      parties.go(
          () -> select(onReceive(finished), onTimeout(limit, () -> late.finish("deadline"))));
      Finisher answered = finisher();
      parties.go(
          () -> {
            exchange.run();
            answered.finish("answer");
          });
    }

    void await() {
      finished.receive();
      parties.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Call call = new Call();
          call.start(() -> System.out.println("exchange"), Duration.ofSeconds(1));
          call.await();
        });
  }
}

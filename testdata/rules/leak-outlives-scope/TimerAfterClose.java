package rules.leakoutlivesscope;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** What a timer has started before it was stopped can go on after the end of what it is for. */
public final class TimerAfterClose implements AutoCloseable {

  private final Chan<String> ended = Chan.make(1);
  private final WaitGroup armed = new WaitGroup();

  private void arm() {
    armed.add(1);
    Time.afterFunc(Duration.ofMillis(1), this::end); // want leak-outlives-scope confirmed
  }

  private void end() {
    try {
      tell("over");
    } finally {
      armed.done();
    }
  }

  private void tell(String what) {
    ended.send(what);
  }

  @Override
  public void close() {
    ended.close();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TimerAfterClose turn = new TimerAfterClose();
          try (turn) {
            turn.arm();
          }
          turn.armed.await();
        });
  }
}

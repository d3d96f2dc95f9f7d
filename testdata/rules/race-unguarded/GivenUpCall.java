package rules.raceunguarded;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** Who gives up a call writes its outcome, as the call itself does when it ends later. */
public final class GivenUpCall {

  private final Chan<Unit> done = Chan.make();
  private String outcome;

  private void run(String request) {
    outcome = "re: " + request; // want race-unguarded confirmed
    done.close();
  }

  private void giveUp() {
    outcome = "late";
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          GivenUpCall call = new GivenUpCall();
          WaitGroup calls = new WaitGroup();
          calls.go(() -> call.run("ping"));
          select(onReceive(call.done), onTimeout(Duration.ofMillis(1), call::giveUp));
          calls.await();
          System.out.println(call.outcome);
        });
  }
}

package rules.misuselostnotification;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;

/** Each nudge is waited for, but one that comes too soon is dropped. */
public final class Acknowledged {

  private final Chan<Unit> nudges = Chan.make();
  private final Chan<Unit> answers = Chan.make();

  public static void main(String[] args) {
    Go.run(
        () -> {
          Acknowledged pump = new Acknowledged();
          Go.go(pump::run);
          for (int i = 0; i < 2; i++) {
            pump.nudges.trySend(Unit.UNIT); // want misuse-lost-notification "at line 27"
            pump.answers.receive();
          }
        });
  }

  private void run() {
    for (int i = 0; i < 2; i++) {
      nudges.receive();
      answers.send(Unit.UNIT);
    }
  }
}

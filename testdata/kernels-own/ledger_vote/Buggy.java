// fault: deadlock
package ledger_vote;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A coordinator asks a participant to prepare while that reports its own progress first. */
public final class Buggy {

  static final class Participant {
    private final Chan<String> requests = Chan.make();
    private final Chan<String> reports = Chan.make();

    void run() {
      reports.send("ready"); // want deadlock-cyclic-wait
      String request = requests.receive();
      reports.send(request + " done");
    }
  }

  static final class Coordinator {
    private final Participant participant;

    Coordinator(Participant participant) {
      this.participant = participant;
    }

    String commit() {
      participant.requests.send("prepare"); // want deadlock-cyclic-wait
      participant.reports.receive();
      return participant.reports.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Participant participant = new Participant();
          Go.go(participant::run);
          System.out.println(new Coordinator(participant).commit());
        });
  }
}

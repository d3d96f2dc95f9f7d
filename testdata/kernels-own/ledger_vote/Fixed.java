package ledger_vote;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A coordinator asks a participant to prepare while that reports its own progress first. */
public final class Fixed {

  static final class Participant {
    private final Chan<String> requests = Chan.make();
    private final Chan<String> reports = Chan.make();

    void run() {
      String request = requests.receive();
      reports.send("ready");
      reports.send(request + " done");
    }
  }

  static final class Coordinator {
    private final Participant participant;

    Coordinator(Participant participant) {
      this.participant = participant;
    }

    String commit() {
      participant.requests.send("prepare");
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

package commit_votes;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Participants vote and then wait for the decision, which is made when all have voted; that they
 * have is told by their end.
 */
public final class Fixed {

  interface Participant {
    boolean prepare(String tx);

    void finish(String tx, boolean commit);
  }

  static final class Ledger implements Participant {
    private final Map<String, Boolean> entries = new HashMap<>();

    @Override
    public boolean prepare(String tx) {
      return entries.putIfAbsent(tx, false) == null;
    }

    @Override
    public void finish(String tx, boolean commit) {
      entries.put(tx, commit);
    }
  }

  record Observer(String name) implements Participant {
    @Override
    public boolean prepare(String tx) {
      return true;
    }

    @Override
    public void finish(String tx, boolean commit) {
      System.out.println(name + " saw " + tx + ": " + commit);
    }
  }

  static final class Round {
    private final String tx;
    private final WaitGroup prepared = new WaitGroup();
    private final WaitGroup finished = new WaitGroup();
    private final AtomicInteger votes = new AtomicInteger();
    private final Chan<Unit> decided = Chan.make();
    private volatile boolean commit;

    Round(String tx) {
      this.tx = tx;
    }

    void join(Participant participant) {
      prepared.add(1);
      finished.go(() -> follow(participant));
    }

    private void follow(Participant participant) {
      vote(participant);
      decided.receive();
      participant.finish(tx, commit);
    }

    private void vote(Participant participant) {
      try {
        if (participant.prepare(tx)) {
          votes.incrementAndGet();
        }
      } finally {
        prepared.done();
      }
    }

    void decide(int needed) {
      prepared.await();
      commit = votes.get() >= needed;
      decided.close();
      finished.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Participant> participants = List.of(new Ledger(), new Observer("audit"));
          Round round = new Round("tx1");
          participants.forEach(round::join);
          round.decide(participants.size());
        });
  }
}

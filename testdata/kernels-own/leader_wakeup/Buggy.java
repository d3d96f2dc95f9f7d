// fault: deadlock
package leader_wakeup;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;
import static dev.chanlint.runtime.Unit.UNIT;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Followers wait until there is a leader, of which the election tells without waiting for anybody.
 */
public final class Buggy {

  static final class Signal {
    private final Chan<Unit> bell = Chan.make();

    void ring() {
      select(onSend(bell, UNIT), onDefault()); // want misuse-lost-notification
    }

    void hear() {
      bell.receive(); // want misuse-lost-notification, leak-receive, deadlock-cyclic-wait
    }
  }

  interface Candidate {
    boolean campaign(long term);
  }

  static final class Election {
    private final AtomicReference<String> leader = new AtomicReference<>();
    private final Signal elected = new Signal();

    void run(Map<String, Candidate> candidates) {
      for (var entry : candidates.entrySet()) {
        if (entry.getValue().campaign(1) && leader.compareAndSet(null, entry.getKey())) {
          elected.ring();
          return;
        }
      }
    }

    String await() {
      String known = leader.get();
      while (known == null) {
        elected.hear();
        known = leader.get();
      }
      return known;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Election election = new Election();
          Map<String, Candidate> candidates = new TreeMap<>();
          candidates.put("n1", term -> false);
          candidates.put("n2", term -> term > 0);
          WaitGroup campaign = new WaitGroup();
          campaign.go(() -> election.run(candidates));
          System.out.println("leader " + election.await());
          campaign.await();
        });
  }
}

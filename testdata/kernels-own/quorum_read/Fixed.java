package quorum_read;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** Reads from all replicas and returns as soon as a majority agrees. */
public final class Fixed {

  interface Replica {
    int read(String key);
  }

  static final class Quorum {
    private final Replica[] replicas;
    private final WaitGroup reads = new WaitGroup();

    Quorum(Replica... replicas) {
      this.replicas = replicas;
    }

    int read(String key) {
      Chan<Integer> answers = Chan.make(replicas.length);
      for (Replica replica : replicas) {
        reads.go(() -> answers.send(replica.read(key)));
      }
      Map<Integer, Integer> votes = new HashMap<>();
      for (int i = 0; i < replicas.length; i++) {
        int answer = answers.receive();
        if (votes.merge(answer, 1, Integer::sum) > replicas.length / 2) {
          return answer;
        }
      }
      throw new IllegalStateException("no majority");
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Quorum quorum = new Quorum(key -> 1, key -> 1, key -> 1);
          System.out.println(quorum.read("x"));
          quorum.reads.await();
        });
  }
}

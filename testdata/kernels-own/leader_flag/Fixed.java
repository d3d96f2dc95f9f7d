package leader_flag;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An election says that it is over before it says who won. Who looks at the atomic flag first and
 * then at the plain fields can meet the fields as they were.
 */
public final class Fixed {

  record Member(String name, int term) {}

  static class Election {
    private final AtomicBoolean decided = new AtomicBoolean();
    private Member leader;

    void won(Member member) {
      leader = member;
      decided.set(true);
    }

    Optional<Member> leader() {
      if (!decided.get()) {
        return Optional.empty();
      }
      return Optional.of(leader);
    }
  }

  static final class Node {
    private final Election election;
    private final String name;

    Node(Election election, String name) {
      this.election = election;
      this.name = name;
    }

    void campaign(int term) {
      election.won(new Member(name, term));
    }

    String forward(String proposal) {
      return election
          .leader()
          .map(leader -> proposal + " to " + leader.name())
          .orElse(proposal + " dropped");
    }
  }

  static final class Cluster {
    private final List<Node> nodes = new ArrayList<>();

    Cluster(String... names) {
      Election election = new Election();
      for (String name : names) {
        nodes.add(new Node(election, name));
      }
    }

    void run() {
      WaitGroup running = new WaitGroup();
      running.go(() -> nodes.getFirst().campaign(1));
      running.go(() -> System.out.println(nodes.getLast().forward("put x")));
      running.await();
    }
  }

  public static void main(String[] args) {
    Go.run(() -> new Cluster("n1", "n2").run());
  }
}

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.List;

/** The caller may leave early; the result then has room in the channel, so nobody is stuck. */
public final class TimeoutResult {

  /** Where to ask. */
  interface Replica {
    String query(String question);
  }

  record Named(String name) implements Replica {
    @Override
    public String query(String question) {
      return name + " says " + question.length();
    }
  }

  private final List<Replica> replicas;
  private final WaitGroup queries = new WaitGroup();

  TimeoutResult(List<Replica> replicas) {
    this.replicas = replicas;
  }

  /** The first answer; there is room for all of them. */
  String first(String question) {
    Chan<String> answers = Chan.make(replicas.size());
    for (Replica replica : replicas) {
      queries.go(() -> answers.send(replica.query(question)));
    }
    return answers.receive();
  }

  String within(Duration limit, String question) {
    Chan<String> answer = Chan.make(1);
    queries.go(() -> answer.send(replicas.getFirst().query(question)));
    return select(onReceive(answer), onTimeout(limit).as("timed out"));
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TimeoutResult service =
              new TimeoutResult(List.of(new Named("north"), new Named("south")));
          System.out.println(service.first("how long"));
          System.out.println(service.within(Duration.ofMillis(5), "and now"));
          service.queries.await();
        });
  }
}

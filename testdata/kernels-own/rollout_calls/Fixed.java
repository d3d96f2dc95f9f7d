package rollout_calls;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rollout waits for an answer of each node. Nodes answer by a callback with two methods, of which
 * one does not count the answer.
 */
public final class Fixed {

  interface Callback {
    void onSuccess(String node);

    void onFailure(String node, Exception cause);
  }

  interface Client {
    void deploy(String node, Callback callback);
  }

  static final class AsyncClient implements Client {
    private final Set<String> reachable;

    AsyncClient(Set<String> reachable) {
      this.reachable = reachable;
    }

    @Override
    public void deploy(String node, Callback callback) {
      Go.go(
          "deploy " + node,
          () -> {
            if (reachable.contains(node)) {
              callback.onSuccess(node);
            } else {
              callback.onFailure(node, new IOException("unreachable"));
            }
          });
    }
  }

  static final class Rollout {
    private final Client client;
    private final AtomicInteger deployed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Rollout(Client client) {
      this.client = client;
    }

    private Callback counting(WaitGroup answers) {
      return new Callback() {
        @Override
        public void onSuccess(String node) {
          deployed.incrementAndGet();
          answers.done();
        }

        @Override
        public void onFailure(String node, Exception cause) {
          failed.incrementAndGet();
          System.out.println(node + " is " + cause.getMessage());
          answers.done();
        }
      };
    }

    String run(List<String> nodes) {
      WaitGroup answers = new WaitGroup();
      answers.add(nodes.size());
      Callback callback = counting(answers);
      nodes.forEach(node -> client.deploy(node, callback));
      answers.await();
      return deployed.get() + " deployed, " + failed.get() + " failed";
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Rollout rollout = new Rollout(new AsyncClient(Set.of("n1")));
          System.out.println(rollout.run(List.of("n1", "n2")));
        });
  }
}

package wither_share;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A picker reads an immutable state that is replaced as a whole. Each new state is made from the
 * one before and has its list.
 */
public final class Fixed {

  record State(int version, List<String> endpoints) {
    State with(String endpoint) {
      List<String> more = new ArrayList<>(endpoints);
      more.add(endpoint);
      return new State(version + 1, more);
    }

    String pick(int request) {
      return endpoints.get(request % endpoints.size());
    }
  }

  interface Balancer {
    String pick(int request);
  }

  static final class RoundRobin implements Balancer {
    private final Mutex updates = new Mutex();
    private final AtomicReference<State> state = new AtomicReference<>();

    RoundRobin(String first) {
      state.set(new State(0, new ArrayList<>()).with(first));
    }

    void resolved(String endpoint) {
      updates.lock();
      try {
        state.set(state.get().with(endpoint));
      } finally {
        updates.unlock();
      }
    }

    @Override
    public String pick(int request) {
      return state.get().pick(request);
    }
  }

  static final class Client {
    private final Balancer balancer;
    private int requests;

    Client(Balancer balancer) {
      this.balancer = balancer;
    }

    void call() {
      System.out.println("to " + balancer.pick(requests++));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RoundRobin balancer = new RoundRobin("a:1");
          WaitGroup resolver = new WaitGroup();
          resolver.go(() -> balancer.resolved("b:1"));
          Client client = new Client(balancer);
          client.call();
          client.call();
          resolver.await();
        });
  }
}

// fault: panic, race
package grpc_3090;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds the resolver of a connection; the resolver reports its first state while it is built. */
public final class Buggy {

  record State(List<String> addresses) {}

  interface Resolver {
    void resolveNow();
  }

  interface ResolverBuilder {
    Resolver build(ClientConn conn);
  }

  interface ClientConn {
    void updateState(State state);
  }

  static final class ResolverWrapper implements ClientConn {
    private final Mutex mu = new Mutex();
    private final WaitGroup polls = new WaitGroup();
    private Resolver resolver;
    private State state;

    ResolverWrapper(ResolverBuilder builder) {
      resolver = builder.build(this); // want race-early-publish, race-inconsistent-guard
    }

    @Override
    public void updateState(State newState) {
      mu.lock();
      try {
        state = newState;
        poll();
      } finally {
        mu.unlock();
      }
    }

    private void poll() {
      if (state.addresses().isEmpty()) {
        polls.go(this::resolveAgain); // want race-early-publish
      }
    }

    private void resolveAgain() {
      mu.lock();
      resolver.resolveNow(); // want race-early-publish, race-inconsistent-guard
      mu.unlock();
    }

    void awaitPolls() {
      polls.await();
    }
  }

  static final class ManualBuilder implements ResolverBuilder {
    private final AtomicInteger built = new AtomicInteger();
    private final AtomicInteger resolved = new AtomicInteger();

    @Override
    public Resolver build(ClientConn conn) {
      conn.updateState(new State(List.of()));
      built.incrementAndGet();
      return resolved::incrementAndGet;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ManualBuilder builder = new ManualBuilder();
          ResolverWrapper wrapper = new ResolverWrapper(builder);
          wrapper.awaitPolls();
          System.out.println(builder.resolved.get() + " resolutions");
        });
  }
}

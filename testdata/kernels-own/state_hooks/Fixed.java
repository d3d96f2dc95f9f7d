package state_hooks;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A link moves from state to state under its lock and runs the hook of the state that it enters.
 * Dialling is asynchronous, so its callback may move the link again; a dialler that remembers the
 * address calls back at once.
 */
public final class Fixed {

  enum Phase {
    IDLE,
    DIALING,
    READY
  }

  interface Hook {
    void entered(Link link);
  }

  interface Dialer {
    void dial(String address, Consumer<String> whenConnected);
  }

  static final class NetDialer implements Dialer {
    private final WaitGroup dials = new WaitGroup();

    @Override
    public void dial(String address, Consumer<String> whenConnected) {
      dials.go(() -> whenConnected.accept("conn to " + address));
    }
  }

  static final class CachingDialer implements Dialer {
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Dialer next;

    CachingDialer(Dialer next) {
      this.next = next;
    }

    @Override
    public void dial(String address, Consumer<String> whenConnected) {
      String conn = known.get(address);
      if (conn != null) {
        whenConnected.accept(conn);
        return;
      }
      next.dial(
          address,
          made -> {
            known.put(address, made);
            whenConnected.accept(made);
          });
    }
  }

  static final class Link {
    private final Mutex mu = new Mutex();
    private final Map<Phase, Hook> hooks = new EnumMap<>(Phase.class);
    private Phase phase = Phase.IDLE;

    void on(Phase entered, Hook hook) {
      hooks.put(entered, hook);
    }

    void move(Phase next) {
      mu.lock();
      try {
        phase = next;
      } finally {
        mu.unlock();
      }
      runHook(next);
    }

    private void runHook(Phase entered) {
      Hook hook = hooks.get(entered);
      if (hook != null) {
        hook.entered(this);
      }
    }

    Phase phase() {
      mu.lock();
      try {
        return phase;
      } finally {
        mu.unlock();
      }
    }
  }

  static Link linkTo(String address, Dialer dialer) {
    Link link = new Link();
    link.on(Phase.DIALING, l -> dialer.dial(address, conn -> l.move(Phase.READY)));
    return link;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          NetDialer net = new NetDialer();
          Dialer dialer = new CachingDialer(net);
          Link first = linkTo("db:5432", dialer);
          first.move(Phase.DIALING);
          net.dials.await();
          Link second = linkTo("db:5432", dialer);
          second.move(Phase.DIALING);
          net.dials.await();
          System.out.println(first.phase() + " " + second.phase());
        });
  }
}

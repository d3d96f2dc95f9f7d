package istio_17860;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Restarts a proxy: each restart is a new epoch, whose exit is reported to the agent's loop. */
public final class Fixed {

  static final Duration POLL_INTERVAL = Duration.ofNanos(30);
  static final int MOST_POLLS = 2;

  interface Proxy {
    void run(int epoch);
  }

  record ExitStatus(int epoch) {}

  static final class Agent {
    private final Chan<ExitStatus> statusCh = Chan.make();
    private final Mutex mu = new Mutex();
    private final Set<Integer> activeEpochs = ConcurrentHashMap.newKeySet();
    private final WaitGroup proxies = new WaitGroup();
    private final Proxy proxy;
    private int currentEpoch = -1;

    Agent(Proxy proxy) {
      this.proxy = proxy;
    }

    void run(Context ctx) {
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(statusCh)
                    .map(
                        status -> {
                          activeEpochs.remove(status.epoch());
                          return !activeEpochs.isEmpty();
                        }),
                onReceive(ctx.done()).as(false));
      }
    }

    void restart(Context ctx) {
      mu.lock();
      try {
        if (!activeEpochs.isEmpty()) {
          waitUntilDrained();
        }
        currentEpoch++;
        int epoch = currentEpoch;
        activeEpochs.add(epoch);
        proxies.go(() -> runProxy(ctx, epoch));
      } finally {
        mu.unlock();
      }
    }

    private void waitUntilDrained() {
      for (int poll = 0; poll < MOST_POLLS && !activeEpochs.isEmpty(); poll++) {
        Go.sleep(POLL_INTERVAL);
      }
    }

    private void runProxy(Context ctx, int epoch) {
      proxy.run(epoch);
      select(onSend(statusCh, new ExitStatus(epoch)), onReceive(ctx.done()));
    }

    void awaitProxies() {
      proxies.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Agent agent = new Agent(epoch -> {});
          WaitGroup running = new WaitGroup();
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            running.go(() -> agent.run(ctx));
            agent.restart(ctx);
            running.go(() -> agent.restart(ctx));
            Go.sleep(Duration.ofNanos(200));
          }
          running.await();
          agent.awaitProxies();
        });
  }
}

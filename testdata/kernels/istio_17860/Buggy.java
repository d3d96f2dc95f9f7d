// fault: leak
package istio_17860;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Restarts a proxy: each restart is a new epoch, whose exit is reported to the agent's loop. */
public final class Buggy {

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

    void restart() {
      mu.lock();
      try {
        if (!activeEpochs.isEmpty()) {
          waitUntilDrained();
        }
        currentEpoch++;
        int epoch = currentEpoch;
        activeEpochs.add(epoch);
        Go.go(() -> runProxy(epoch));
      } finally {
        mu.unlock();
      }
    }

    private void waitUntilDrained() {
      for (int poll = 0; poll < MOST_POLLS && !activeEpochs.isEmpty(); poll++) {
        Go.sleep(POLL_INTERVAL);
      }
    }

    private void runProxy(int epoch) {
      proxy.run(epoch);
      statusCh.send(new ExitStatus(epoch)); // want leak-ignores-cancel, leak-send
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Agent agent = new Agent(epoch -> {});
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            Go.go(() -> agent.run(ctx));
            agent.restart();
            Go.go(agent::restart);
            Go.sleep(Duration.ofNanos(200));
          }
        });
  }
}

// fault: deadlock
package signal_relay;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Signals are given to every channel that asked for them, as far as it has room, so that a slow
 * reader holds nobody up; the one that waits for the end has none.
 */
public final class Buggy {

  enum Signal {
    RELOAD,
    END
  }

  static final class Signals {
    private final RWMutex mu = new RWMutex();
    private final Map<Signal, List<SendChan<Signal>>> handlers = new HashMap<>();

    void notify(SendChan<Signal> channel, Signal... signals) {
      mu.lock();
      try {
        for (Signal signal : signals) {
          handlers.computeIfAbsent(signal, unused -> new ArrayList<>()).add(channel);
        }
      } finally {
        mu.unlock();
      }
    }

    void raise(Signal signal) {
      mu.rLock();
      try {
        for (SendChan<Signal> handler : handlers.getOrDefault(signal, List.of())) {
          handler.trySend(signal); // want misuse-lost-notification
        }
      } finally {
        mu.rUnlock();
      }
    }
  }

  static final class Server {
    private final Chan<Signal> end = Chan.make();

    Server(Signals signals) {
      signals.notify(end, Signal.END);
    }

    void serve() {
      System.out.println("serving");
      Signal signal = end.receive(); // want leak-receive, misuse-lost-notification
      System.out.println("stopped by " + signal);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Signals signals = new Signals();
          Server server = new Server(signals);
          WaitGroup process = new WaitGroup();
          process.go(
              () -> {
                signals.raise(Signal.RELOAD);
                signals.raise(Signal.END);
              });
          server.serve();
          process.await();
        });
  }
}

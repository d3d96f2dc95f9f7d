package moby_28462;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Probes a container's health until the container changes its state. */
public final class Fixed {

  interface Probe {
    boolean run();
  }

  static final class Health {
    private Chan<Unit> stop;

    ReceiveChan<Unit> openMonitorChannel() {
      stop = Chan.make();
      return stop;
    }

    void closeMonitorChannel() {
      stop.close();
    }
  }

  static final class Container {
    private final Mutex lock = new Mutex();
    private final Health health = new Health();
    private int failingStreak;
    private boolean running = true;
  }

  static final class Daemon {
    private final Probe probe;

    Daemon(Probe probe) {
      this.probe = probe;
    }

    void monitor(Container container, ReceiveChan<Unit> stop) {
      while (true) {
        boolean stopped = select(onReceive(stop).as(true), onDefault().as(false));
        if (stopped) {
          return;
        }
        handleProbeResult(container, probe.run());
        Go.gosched();
      }
    }

    private void handleProbeResult(Container container, boolean healthy) {
      container.lock.lock();
      try {
        container.failingStreak = healthy ? 0 : container.failingStreak + 1;
      } finally {
        container.lock.unlock();
      }
    }

    void stateChanged(Container container) {
      container.lock.lock();
      try {
        container.running = false;
        updateHealthMonitor(container);
      } finally {
        container.lock.unlock();
      }
    }

    private void updateHealthMonitor(Container container) {
      if (!container.running) {
        container.health.closeMonitorChannel();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Daemon daemon = new Daemon(() -> true);
          Container container = new Container();
          ReceiveChan<Unit> stop = container.health.openMonitorChannel();
          WaitGroup running = new WaitGroup();
          running.go(() -> daemon.monitor(container, stop));
          running.go(() -> daemon.stateChanged(container));
          running.await();
        });
  }
}

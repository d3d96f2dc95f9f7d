package gauge_stop;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A registry lends its lock to the gauges that it makes. Their recorder sets them by a loop of its
 * own, which the registry stops, and waits for, while it has the lock.
 */
public final class Fixed {

  interface Stoppable {
    void stop();
  }

  static final class Gauge {
    private final Lock guard;
    private int value;

    Gauge(Lock guard) {
      this.guard = guard;
    }

    void set(int newValue) {
      guard.lock();
      try {
        value = newValue;
      } finally {
        guard.unlock();
      }
    }
  }

  static final class Recorder implements Stoppable {
    private final Chan<Integer> samples = Chan.make();
    private final Chan<Unit> quit = Chan.make();
    private final Chan<Unit> finished = Chan.make();
    private final Gauge gauge;

    Recorder(Gauge gauge) {
      this.gauge = gauge;
      Go.go(this::loop);
    }

    private void loop() {
      try (finished) {
        while (select(onReceive(samples).map(this::sample), onReceive(quit).as(false))) {
          Go.gosched();
        }
      }
    }

    private boolean sample(int value) {
      gauge.set(value);
      return true;
    }

    void record(int value) {
      samples.send(value);
    }

    @Override
    public void stop() {
      quit.close();
      finished.receive();
    }
  }

  static final class Registry {
    private final Lock lock = new ReentrantLock();
    private final List<Stoppable> parts = new ArrayList<>();

    Recorder recorder() {
      lock.lock();
      try {
        Recorder recorder = new Recorder(new Gauge(lock));
        parts.add(recorder);
        return recorder;
      } finally {
        lock.unlock();
      }
    }

    void close() {
      takeParts().forEach(Stoppable::stop);
    }

    private List<Stoppable> takeParts() {
      lock.lock();
      try {
        List<Stoppable> taken = List.copyOf(parts);
        parts.clear();
        return taken;
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new Registry();
          Recorder recorder = registry.recorder();
          recorder.record(5);
          registry.close();
        });
  }
}

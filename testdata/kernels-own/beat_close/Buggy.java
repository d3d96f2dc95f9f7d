// fault: panic
package beat_close;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Beats are offered to whoever listens; the monitor closes their channel when it has had enough.
 */
public final class Buggy {

  interface Pulse {
    void beat();
  }

  static final class Monitor implements Pulse {
    private final Chan<Integer> beats = Chan.make(1);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger missed = new AtomicInteger();

    @Override
    public void beat() {
      if (!stopped.get() && !beats.trySend(1)) { // want close-before-send
        missed.incrementAndGet();
      }
    }

    void stop() {
      stopped.set(true);
      beats.close(); // want close-before-send
    }
  }

  static void sensor(Pulse pulse, int times) {
    for (int i = 0; i < times; i++) {
      pulse.beat();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Monitor monitor = new Monitor();
          WaitGroup sensors = new WaitGroup();
          sensors.go(() -> sensor(monitor, 2));
          monitor.stop();
          sensors.await();
          System.out.println(monitor.missed.get() + " missed");
        });
  }
}

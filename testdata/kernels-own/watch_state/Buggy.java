// fault: panic
package watch_state;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One watch of a multiplexer: it ends when its client cancels or when the stream breaks, whichever
 * is first.
 */
public final class Buggy {

  enum Phase {
    OPEN,
    DRAINING,
    CLOSED;

    boolean ended() {
      return this == CLOSED;
    }
  }

  abstract static class Endable {
    private volatile Phase phase = Phase.OPEN;

    final void end() {
      if (phase.ended()) {
        return;
      }
      phase = Phase.CLOSED; // want race-check-then-act
      onEnd();
    }

    abstract void onEnd();
  }

  static final class Watch extends Endable {
    private final Chan<String> events;
    private final String key;

    Watch(String key) {
      this.key = key;
      this.events = Chan.make(1);
    }

    @Override
    void onEnd() {
      events.close(); // want close-twice, race-check-then-act
    }

    int count() {
      int seen = 0;
      for (String event : events) {
        seen += event.startsWith(key) ? 1 : 0;
      }
      return seen;
    }
  }

  static final class Mux {
    private final Map<Integer, Watch> watches = new ConcurrentHashMap<>();

    Watch open(int id, String key) {
      return watches.computeIfAbsent(id, i -> new Watch(key));
    }

    void cancel(int id) {
      Optional.ofNullable(watches.remove(id)).ifPresent(Endable::end);
    }

    void broken(Collection<Watch> touched) {
      touched.forEach(Watch::end);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mux mux = new Mux();
          Watch watch = mux.open(7, "/pods");
          WaitGroup enders = new WaitGroup();
          enders.go(() -> mux.cancel(7));
          enders.go(() -> mux.broken(List.of(watch)));
          System.out.println("seen " + watch.count());
          enders.await();
        });
  }
}

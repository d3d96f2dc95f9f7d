// fault: panic
package stopper_twice;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A component is stopped by its owner and by itself when its source runs dry. */
public final class Buggy {

  abstract static class Component {
    private final Chan<Unit> stopped = Chan.make();

    final void stop() {
      stopped.close(); // want close-twice
    }

    final ReceiveChan<Unit> stopped() {
      return stopped;
    }

    abstract void run();
  }

  static final class Source extends Component {
    private final Deque<Integer> pending = new ArrayDeque<>(List.of(1, 2));
    private int handled;

    @Override
    void run() {
      while (!pending.isEmpty() && stopped().tryReceive() == null) {
        handled += pending.pop();
      }
      stop();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Component source = new Source();
          WaitGroup running = new WaitGroup();
          running.go(source::run);
          select(onReceive(source.stopped()), onTimeout(Duration.ofMillis(1)));
          if (source.stopped().tryReceive() == null) {
            source.stop();
          }
          running.await();
        });
  }
}

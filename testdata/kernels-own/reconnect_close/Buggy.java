// fault: panic
package reconnect_close;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.Iterator;
import java.util.List;

/**
 * Who wants to know when a link changes waits for a channel to close. A success leaves a new one
 * for the next change, a failure does not, and there can be two in a row.
 */
public final class Buggy {

  interface Dialer {
    boolean dial();
  }

  static final class FlakyDialer implements Dialer {
    private final Iterator<Boolean> outcomes;

    FlakyDialer(List<Boolean> outcomes) {
      this.outcomes = outcomes.iterator();
    }

    @Override
    public boolean dial() {
      return outcomes.hasNext() && outcomes.next();
    }
  }

  static final class Link {
    private final Mutex mu = new Mutex();
    private Chan<Unit> changed = Chan.make();
    private String state = "idle";

    ReceiveChan<Unit> changed() {
      mu.lock();
      try {
        return changed;
      } finally {
        mu.unlock();
      }
    }

    void connected() {
      mu.lock();
      try {
        state = "ready";
        changed.close(); // want close-twice
        changed = Chan.make();
      } finally {
        mu.unlock();
      }
    }

    void failed() {
      mu.lock();
      try {
        state = "failing";
        changed.close(); // want close-twice
      } finally {
        mu.unlock();
      }
    }

    String state() {
      mu.lock();
      try {
        return state;
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Connector {
    private final Link link;
    private final Dialer dialer;

    Connector(Link link, Dialer dialer) {
      this.link = link;
      this.dialer = dialer;
    }

    void connect(int attempts) {
      for (int i = 0; i < attempts; i++) {
        if (dialer.dial()) {
          link.connected();
          return;
        }
        link.failed();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Link link = new Link();
          ReceiveChan<Unit> changed = link.changed();
          WaitGroup watchers = new WaitGroup();
          watchers.go(
              () -> {
                changed.receive();
                System.out.println("changed to " + link.state());
              });
          new Connector(link, new FlakyDialer(List.of(false, false, true))).connect(3);
          watchers.await();
        });
  }
}

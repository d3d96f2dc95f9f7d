// fault: deadlock
package wake_flag;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Work is put on a list and the worker is woken by a nudge that nobody has to take; one that comes
 * while it works is lost.
 */
public final class Buggy {

  static final class Inbox {
    private final Mutex mu = new Mutex();
    private final List<Chan<Integer>> waiting = new ArrayList<>();
    private final Chan<Unit> wake = Chan.make();

    void put(Chan<Integer> reply) {
      mu.lock();
      waiting.add(reply);
      mu.unlock();
      select(onSend(wake, Unit.UNIT), onDefault()); // want misuse-lost-notification
    }

    private List<Chan<Integer>> drain() {
      mu.lock();
      try {
        List<Chan<Integer>> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
      } finally {
        mu.unlock();
      }
    }

    void work(ReceiveChan<Unit> stop) {
      boolean on = true;
      while (on) {
        int number = 0;
        for (Chan<Integer> reply : drain()) {
          reply.send(++number);
        }
        on =
            select(
                onReceive(wake).as(true),
                onReceive(stop).as(false)); // want leak-receive, misuse-lost-notification
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Inbox inbox = new Inbox();
          Chan<Unit> stop = Chan.make();
          WaitGroup workers = new WaitGroup();
          workers.go(() -> inbox.work(stop));
          Chan<Integer> reply = Chan.make(1);
          inbox.put(reply);
          System.out.println(
              reply.receive()); // want leak-receive, misuse-lost-notification, deadlock-cyclic-wait
          stop.close();
          workers.await();
        });
  }
}

// fault: deadlock
package lease_events;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies events to a lease table; an event for a lease that is gone changes nothing. */
public final class Buggy {

  sealed interface Event {
    record Grant(String id, int ttl) implements Event {}

    record Renew(String id) implements Event {}

    record Revoke(String id) implements Event {}
  }

  static final class Leases {
    private final Mutex mu = new Mutex();
    private final Map<String, Integer> ttl = new HashMap<>();

    boolean apply(Event event) {
      mu.lock(); // want deadlock-missing-unlock, deadlock-double-lock
      switch (event) {
        case Event.Grant(String id, int seconds) -> ttl.put(id, seconds);
        case Event.Renew(String id) -> {
          if (!ttl.containsKey(id)) {
            return false;
          }
          ttl.computeIfPresent(id, (key, old) -> old + 10);
        }
        case Event.Revoke revoke -> ttl.remove(revoke.id());
      }
      mu.unlock();
      return true;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Leases leases = new Leases();
          Chan<Event> events = Chan.make();
          WaitGroup workers = new WaitGroup();
          workers.go(
              () -> {
                for (Event event : events) {
                  leases.apply(event);
                }
              });
          for (Event event :
              List.of(new Event.Grant("a", 5), new Event.Renew("b"), new Event.Revoke("a"))) {
            events.send(event);
          }
          events.close();
          workers.await();
        });
  }
}

package event_snapshot;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Events go to all that have subscribed; the list is copied so that nobody is held up while they
 * are sent.
 */
public final class Fixed {

  record Event(String type, String id) {}

  static final class Subscription {
    private final Chan<Event> events = Chan.make(1);
    private final Predicate<Event> filter;

    Subscription(Predicate<Event> filter) {
      this.filter = filter;
    }

    void offer(Event event) {
      if (filter.test(event)) {
        events.trySend(event);
      }
    }
  }

  static final class Broadcaster {
    private final Object guard = new Object();
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();

    Subscription subscribe(Predicate<Event> filter) {
      Subscription subscription = new Subscription(filter);
      synchronized (guard) {
        subscriptions.add(subscription);
      }
      return subscription;
    }

    void publish(Event event) {
      synchronized (guard) {
        subscriptions.forEach(s -> s.offer(event));
      }
    }

    void unsubscribe(Subscription subscription) {
      synchronized (guard) {
        if (subscriptions.remove(subscription)) {
          subscription.events.close();
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Broadcaster broadcaster = new Broadcaster();
          Subscription starts = broadcaster.subscribe(event -> event.type().equals("start"));
          WaitGroup work = new WaitGroup();
          work.go(() -> broadcaster.publish(new Event("start", "c1")));
          work.go(() -> broadcaster.unsubscribe(starts));
          for (Event event : starts.events) {
            System.out.println(event.id());
          }
          work.await();
        });
  }
}

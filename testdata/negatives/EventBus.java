import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Topics with subscriptions that can end; a slow subscriber misses events and blocks nobody. */
public final class EventBus<E> {

  /** What a subscriber holds. */
  final class Subscription implements AutoCloseable {
    private final String topic;
    private final Chan<E> events = Chan.make(2);

    Subscription(String topic) {
      this.topic = topic;
    }

    ReceiveChan<E> events() {
      return events;
    }

    @Override
    public void close() {
      remove(this);
    }
  }

  private final Mutex mutex = new Mutex();
  private final Map<String, List<Subscription>> topics = new LinkedHashMap<>();

  Subscription subscribe(String topic) {
    Subscription subscription = new Subscription(topic);
    mutex.lock();
    try {
      topics.computeIfAbsent(topic, t -> new ArrayList<>()).add(subscription);
    } finally {
      mutex.unlock();
    }
    return subscription;
  }

  private void remove(Subscription subscription) {
    mutex.lock();
    try {
      List<Subscription> present = topics.get(subscription.topic);
      if (present != null && present.remove(subscription)) {
        subscription.events.close();
      }
    } finally {
      mutex.unlock();
    }
  }

  int publish(String topic, E event) {
    int reached = 0;
    mutex.lock();
    try {
      for (Subscription subscription : topics.getOrDefault(topic, List.of())) {
        if (subscription.events.trySend(event)) {
          reached++;
        }
      }
    } finally {
      mutex.unlock();
    }
    return reached;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          EventBus<String> bus = new EventBus<>();
          EventBus<String>.Subscription news = bus.subscribe("news");
          WaitGroup readers = new WaitGroup();
          readers.go(
              () -> {
                for (String event : news.events()) {
                  System.out.println(event);
                }
              });
          bus.publish("news", "first");
          bus.publish("weather", "rain");
          news.close();
          bus.publish("news", "late");
          readers.await();
        });
  }
}

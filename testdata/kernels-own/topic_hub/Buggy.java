// fault: race
package topic_hub;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Topics with subscribers; the count for the status page is taken without the lock. */
public final class Buggy {

  record Subscriber(String name, Consumer<String> sink) {}

  static final class Hub {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, List<Subscriber>> topics = new HashMap<>();

    void subscribe(String topic, Subscriber subscriber) {
      lock.lock();
      try {
        topics.computeIfAbsent(topic, t -> new ArrayList<>()).add(subscriber);
      } finally {
        lock.unlock();
      }
    }

    int subscribers(String topic) {
      List<Subscriber> found = topics.get(topic); // want race-inconsistent-guard, race-unguarded
      return found == null ? 0 : found.size(); // want race-inconsistent-guard, race-unguarded
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Hub hub = new Hub();
          WaitGroup both = new WaitGroup();
          both.go(() -> hub.subscribe("news", new Subscriber("ann", text -> {})));
          both.go(() -> System.out.println(hub.subscribers("news") < 2));
          both.await();
        });
  }
}

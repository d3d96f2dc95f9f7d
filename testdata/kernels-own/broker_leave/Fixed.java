package broker_leave;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A broker hands messages out under its read lock. A subscriber that has seen enough leaves, for
 * which it needs the write lock, while the broker is about to hand it one more.
 */
public final class Fixed {

  static final class Subscription<T> {
    private final int id;
    private final Chan<T> inbox = Chan.make();
    private final Chan<Unit> left = Chan.make();

    Subscription(int id) {
      this.id = id;
    }
  }

  static final class Broker<T> {
    private final RWMutex mu = new RWMutex();
    private final Map<Integer, Subscription<T>> subscriptions = new LinkedHashMap<>();

    Subscription<T> join() {
      mu.lock();
      try {
        Subscription<T> subscription = new Subscription<>(subscriptions.size());
        subscriptions.put(subscription.id, subscription);
        return subscription;
      } finally {
        mu.unlock();
      }
    }

    void leave(Subscription<T> subscription) {
      subscription.left.close();
      mu.lock();
      try {
        subscriptions.remove(subscription.id);
      } finally {
        mu.unlock();
      }
    }

    private void forEach(Consumer<? super Subscription<T>> action) {
      mu.rLock();
      try {
        subscriptions.values().forEach(action);
      } finally {
        mu.rUnlock();
      }
    }

    void publish(T message) {
      forEach(
          subscription ->
              select(onSend(subscription.inbox, message), onReceive(subscription.left)));
    }
  }

  static final class Tail {
    private final Broker<String> broker;
    private final Predicate<String> enough;

    Tail(Broker<String> broker, Predicate<String> enough) {
      this.broker = broker;
      this.enough = enough;
    }

    void follow(Subscription<String> subscription) {
      for (String line : subscription.inbox) {
        if (enough.test(line)) {
          broker.leave(subscription);
          return;
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Broker<String> broker = new Broker<>();
          Subscription<String> subscription = broker.join();
          WaitGroup tails = new WaitGroup();
          tails.go(() -> new Tail(broker, line -> line.endsWith("!")).follow(subscription));
          for (String line : List.of("ready!", "bye!")) {
            broker.publish(line);
          }
          tails.await();
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Waits for a subscriber with the lock held that the subscriber needs in order to leave. */
final class HubThatSendsUnderItsLock {

  private final Mutex mutex = new Mutex();
  private final List<Chan<String>> subscribers = new ArrayList<>();

  private Chan<String> subscribe() {
    Chan<String> messages = Chan.make();
    mutex.lock();
    try {
      subscribers.add(messages);
    } finally {
      mutex.unlock();
    }
    return messages;
  }

  private void leave(Chan<String> messages) {
    mutex.lock();
    try {
      subscribers.remove(messages);
    } finally {
      mutex.unlock();
    }
  }

  private void publish(String message) {
    mutex.lock();
    try {
      for (Chan<String> subscriber : subscribers) {
        subscriber.send(message); // want deadlock-block-under-lock confirmed
      }
    } finally {
      mutex.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          HubThatSendsUnderItsLock hub = new HubThatSendsUnderItsLock();
          Chan<String> messages = hub.subscribe();
          WaitGroup leaving = new WaitGroup();
          leaving.go(() -> hub.leave(messages));
          hub.publish("news");
          leaving.await();
        });
  }
}

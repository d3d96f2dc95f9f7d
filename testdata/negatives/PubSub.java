import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Subscribers under a lock; publishing copies the list and sends outside the lock. */
public final class PubSub {

  private final Mutex mutex = new Mutex();
  private final List<Chan<String>> subscribers = new ArrayList<>();

  public static void main(String[] args) {
    Go.run(() -> new PubSub().demonstrate());
  }

  private void demonstrate() {
    WaitGroup readers = new WaitGroup();
    for (int i = 0; i < 2; i++) {
      ReceiveChan<String> news = subscribe();
      readers.go(() -> read(news));
    }
    publish("first");
    end();
    readers.await();
  }

  private ReceiveChan<String> subscribe() {
    Chan<String> news = Chan.make(1);
    mutex.lock();
    try {
      subscribers.add(news);
    } finally {
      mutex.unlock();
    }
    return news;
  }

  private void publish(String message) {
    for (Chan<String> subscriber : snapshot()) {
      subscriber.send(message);
    }
  }

  private void end() {
    for (Chan<String> subscriber : snapshot()) {
      subscriber.close();
    }
  }

  private List<Chan<String>> snapshot() {
    mutex.lock();
    try {
      return new ArrayList<>(subscribers);
    } finally {
      mutex.unlock();
    }
  }

  private static void read(ReceiveChan<String> news) {
    String message = news.receive();
    while (message != null) {
      System.out.println(message);
      message = news.receive();
    }
  }
}

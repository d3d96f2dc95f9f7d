// fault: panic
package topic_cancel;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A topic sends to those who were subscribed when it looked, without its lock. Who unsubscribes in
 * between has its channel closed already.
 */
public final class Buggy {

  static final class Subscriber {
    private final Chan<String> inbox = Chan.make(2);

    void deliver(String message) {
      inbox.send(message); // want close-before-send
    }

    void close() {
      inbox.close(); // want close-before-send
    }
  }

  static final class Topic {
    private final Mutex mu = new Mutex();
    private final Set<Subscriber> subscribers = new HashSet<>();
    private final WaitGroup readers = new WaitGroup();

    Runnable subscribe(Consumer<ReceiveChan<String>> reader) {
      Subscriber subscriber = new Subscriber();
      mu.lock();
      subscribers.add(subscriber);
      mu.unlock();
      readers.go(() -> reader.accept(subscriber.inbox));
      return () -> unsubscribe(subscriber);
    }

    private void unsubscribe(Subscriber subscriber) {
      mu.lock();
      try {
        if (subscribers.remove(subscriber)) {
          subscriber.close();
        }
      } finally {
        mu.unlock();
      }
    }

    private List<Subscriber> snapshot() {
      mu.lock();
      try {
        return new ArrayList<>(subscribers);
      } finally {
        mu.unlock();
      }
    }

    void publish(String message) {
      snapshot().forEach(subscriber -> subscriber.deliver(message));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Topic topic = new Topic();
          Runnable cancel =
              topic.subscribe(
                  inbox -> {
                    for (String message : inbox) {
                      System.out.println(message);
                    }
                  });
          WaitGroup publishers = new WaitGroup();
          publishers.go(() -> topic.publish("hello"));
          cancel.run();
          publishers.await();
          topic.readers.await();
        });
  }
}

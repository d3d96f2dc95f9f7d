package rules.closebyconsumer;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A subscriber that unsubscribes by closing the channel it was given to read. */
public final class Subscription {

  private final Chan<String> events = Chan.make();
  private final WaitGroup publisher = new WaitGroup();

  public static void main(String[] args) {
    Go.run(
        () -> {
          Subscription subscription = new Subscription();
          subscription.publisher.go(subscription::publish);
          subscription.readOne();
          subscription.publisher.await();
        });
  }

  private void publish() {
    for (String event : new String[] {"first", "second"}) {
      events.send(event); // want close-before-send
    }
  }

  private void readOne() {
    events.receive();
    events.close(); // want close-by-consumer
  }
}

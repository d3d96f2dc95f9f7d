package dev.chanlint.examples.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.NoGoroutineLeaks;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubTest {

  private static List<String> all(Hub<String>.Subscription subscription) {
    List<String> all = new ArrayList<>();
    subscription.messages().forEach(all::add);
    return all;
  }

  @Test
  @NoGoroutineLeaks
  void passesMessagesToAllWhoHaveRoom() {
    Hub<String> hub = new Hub<>();
    Hub<String>.Subscription quick = hub.subscribe(2);
    Hub<String>.Subscription slow = hub.subscribe(1);
    hub.publish("one");
    hub.publish("two");
    hub.close();
    hub.close();

    assertThat(all(quick)).containsExactly("one", "two");
    assertThat(all(slow)).containsExactly("one");
    assertThat(all(hub.subscribe(1))).isEmpty();
  }

  @ExploreTest(exhaustive = true)
  void publishingWhileASubscriberLeavesAndTheHubCloses() {
    Hub<String> hub = new Hub<>();
    Hub<String>.Subscription leaving = hub.subscribe(1);
    Hub<String>.Subscription staying = hub.subscribe(1);
    WaitGroup running = new WaitGroup();
    running.go(() -> hub.publish("news"));
    running.go(leaving::close);

    hub.close();
    running.await();

    assertThat(all(staying)).isSubsetOf("news");
  }
}

// fault: deadlock
package ack_window;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * A sender may have one message under way; its peer acknowledges only every second one, to save
 * messages.
 */
public final class Buggy {

  static final class Link {
    private final Chan<String> data = Chan.make();
    private final Chan<Integer> acks = Chan.make();
  }

  static final class Sender {
    private final Link link;
    private final int window;
    private int underWay;

    Sender(Link link, int window) {
      this.link = link;
      this.window = window;
    }

    void write(String message) {
      while (underWay == window) {
        underWay -= link.acks.receiveOr(window); // want leak-receive, deadlock-cyclic-wait
      }
      link.data.send(message);
      underWay++;
    }

    void finish() {
      link.data.close();
    }
  }

  static final class Receiver {
    private final Link link;
    private final int every;
    private int unacknowledged;

    Receiver(Link link, int every) {
      this.link = link;
      this.every = every;
    }

    void run() {
      String message;
      while ((message = link.data.receive()) != null) { // want leak-receive, deadlock-cyclic-wait
        System.out.println(message);
        if (++unacknowledged == every) {
          link.acks.send(unacknowledged);
          unacknowledged = 0;
        }
      }
      link.acks.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Link link = new Link();
          WaitGroup peers = new WaitGroup();
          Receiver receiver = new Receiver(link, 2);
          peers.go(receiver::run);
          Sender sender = new Sender(link, 1);
          for (String word : List.of("one", "two")) {
            sender.write(word);
          }
          sender.finish();
          peers.await();
        });
  }
}

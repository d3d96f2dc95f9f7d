// fault: deadlock
package replica_hello;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;

/** Two replicas greet each other over a link without a buffer; both speak first. */
public final class Buggy {

  interface Link {
    void write(String message);

    String read();
  }

  record Duplex(SendChan<String> out, ReceiveChan<String> in) implements Link {
    @Override
    public void write(String message) {
      out.send(message); // want deadlock-cyclic-wait, leak-send
    }

    @Override
    public String read() {
      return in.receiveOr("");
    }
  }

  static final class Replica {
    private final String name;
    private final Link link;
    private final boolean first;

    Replica(String name, Link link, boolean first) {
      this.name = name;
      this.link = link;
      this.first = first;
    }

    String greet() {
      link.write(name);
      return link.read();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> there = Chan.make();
          Chan<String> back = Chan.make();
          Replica a = new Replica("a", new Duplex(there, back), true);
          Replica b = new Replica("b", new Duplex(back, there), false);
          Chan<String> seen = Chan.make(1);
          Go.go(() -> seen.send(b.greet()));
          System.out.println(a.greet() + seen.receive()); // want leak-receive, deadlock-cyclic-wait
        });
  }
}

package ready_gate;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A gate by a monitor: who comes late waits for a notification that is past. */
public final class Fixed {

  static final class Gate {
    private final Object monitor = new Object();
    private int openings;

    void open() {
      synchronized (monitor) {
        openings++;
        monitor.notifyAll();
      }
    }

    void pass() throws InterruptedException {
      synchronized (monitor) {
        while (openings == 0) {
          monitor.wait();
        }
      }
    }
  }

  static final class Cluster {
    private final Gate gate = new Gate();
    private final WaitGroup members = new WaitGroup();

    void join() {
      members.go(gate::pass);
    }

    void elect() {
      gate.open();
      members.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Cluster cluster = new Cluster();
          cluster.join();
          cluster.elect();
          System.out.println("elected");
        });
  }
}

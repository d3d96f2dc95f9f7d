package raft_step;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A node steps under its lock and sends what comes of it; a message to itself is delivered there
 * and then.
 */
public final class Fixed {

  sealed interface Message permits Propose, Append {}

  record Propose(String entry) implements Message {}

  record Append(int to, String entry) implements Message {}

  interface Transport {
    void send(int to, Message message);
  }

  static final class Node {
    private final int id;
    private final Transport transport;
    private final Mutex mu = new Mutex();
    private final List<String> log = new ArrayList<>();

    Node(int id, Transport transport) {
      this.id = id;
      this.transport = transport;
    }

    void step(Message message) {
      switch (message) {
        case Propose propose -> replicate(propose.entry());
        case Append append -> {
          mu.lock();
          log.add(append.entry());
          mu.unlock();
        }
      }
    }

    private void replicate(String entry) {
      for (int to = 1; to <= 2; to++) {
        transport.send(to, new Append(to, entry));
      }
    }

    int length() {
      mu.lock();
      try {
        return log.size();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Loopback implements Transport {
    private final Map<Integer, Node> nodes = new ConcurrentHashMap<>();

    @Override
    public void send(int to, Message message) {
      Node node = nodes.get(to);
      if (node != null) {
        node.step(message);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Loopback network = new Loopback();
          Node leader = new Node(1, network);
          network.nodes.put(1, leader);
          network.nodes.put(2, new Node(2, network));
          leader.step(new Propose("x=1"));
          System.out.println(leader.length());
        });
  }
}

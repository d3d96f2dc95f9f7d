package propose_status;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/**
 * A node takes proposals under its lock, so that none comes after it was stopped. Its loop applies
 * one at a time, and the state machine asks the node how far it is.
 */
public final class Fixed {

  interface Progress {
    int applied();
  }

  interface StateMachine {
    void apply(String command, Progress progress);
  }

  static final class LoggedMachine implements StateMachine {
    private final StateMachine next;

    LoggedMachine(StateMachine next) {
      this.next = next;
    }

    @Override
    public void apply(String command, Progress progress) {
      System.out.println("apply " + command);
      next.apply(command, progress);
    }
  }

  static final class KeyValues implements StateMachine {
    private final Map<String, Integer> revisions = new HashMap<>();

    @Override
    public void apply(String command, Progress progress) {
      revisions.put(command, progress.applied());
    }
  }

  static final class Node implements Progress {
    private final Mutex mu = new Mutex();
    private final Chan<String> proposals = Chan.make();
    private final Chan<Unit> stop = Chan.make();
    private final WaitGroup loop = new WaitGroup();
    private final StateMachine machine;
    private boolean stopped;
    private int applied;

    Node(StateMachine machine) {
      this.machine = machine;
      loop.go(this::run);
    }

    private void run() {
      while (select(onReceive(proposals).map(this::apply), onReceive(stop).as(false))) {
        advance();
      }
    }

    private boolean apply(String command) {
      machine.apply(command, this);
      return true;
    }

    private void advance() {
      mu.lock();
      applied++;
      mu.unlock();
    }

    @Override
    public int applied() {
      mu.lock();
      try {
        return applied;
      } finally {
        mu.unlock();
      }
    }

    boolean propose(String command) {
      mu.lock();
      try {
        if (stopped) {
          return false;
        }
      } finally {
        mu.unlock();
      }
      return select(onSend(proposals, command).as(true), onReceive(stop).as(false));
    }

    void stop() {
      mu.lock();
      try {
        stopped = true;
      } finally {
        mu.unlock();
      }
      stop.close();
      loop.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Node node = new Node(new LoggedMachine(new KeyValues()));
          node.propose("put a");
          System.out.println(node.propose("put b"));
          node.stop();
        });
  }
}

// fault: deadlock
package actor_cycle;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Two actors with a mailbox each; while the scheduler asks the node store for the nodes, the store
 * asks the scheduler how busy each of them is.
 */
public final class Buggy {

  interface Request {
    void handle();
  }

  abstract static class Actor {
    private final Chan<Request> mailbox = Chan.make();

    void run() {
      for (Request request : mailbox) { // want deadlock-cyclic-wait, leak-receive
        request.handle();
      }
    }

    protected <T> T ask(Supplier<T> question) {
      Chan<T> answer = Chan.make(1);
      mailbox.send(() -> answer.send(question.get())); // want deadlock-cyclic-wait, leak-send
      return answer.receive(); // want deadlock-cyclic-wait, leak-receive
    }

    void stop() {
      mailbox.close();
    }
  }

  static final class NodeStore extends Actor {
    private final Map<String, Integer> cores = new LinkedHashMap<>(Map.of("n1", 4));
    private Scheduler scheduler;

    void watchedBy(Scheduler observer) {
      scheduler = observer;
    }

    Map<String, Integer> free() {
      return ask(
          () -> {
            Map<String, Integer> free = new HashMap<>(cores);
            free.replaceAll((node, total) -> total - scheduler.load(node));
            return free;
          });
    }
  }

  static final class Scheduler extends Actor {
    private final NodeStore store;
    private final ConcurrentMap<String, Integer> load = new ConcurrentHashMap<>();

    Scheduler(NodeStore store) {
      this.store = store;
    }

    int load(String node) {
      return ask(() -> lastLoad(node));
    }

    int lastLoad(String node) {
      return load.getOrDefault(node, 0);
    }

    String place(String pod) {
      return ask(
          () -> {
            String best = store.free().keySet().iterator().next();
            load.merge(best, 1, Integer::sum);
            return pod + " on " + best;
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          NodeStore store = new NodeStore();
          Scheduler scheduler = new Scheduler(store);
          store.watchedBy(scheduler);
          WaitGroup actors = new WaitGroup();
          actors.go(store::run);
          actors.go(scheduler::run);
          System.out.println(scheduler.place("web"));
          scheduler.stop();
          store.stop();
          actors.await();
        });
  }
}

// fault: deadlock
package batch_loader;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys are loaded in batches of two; a batch goes out when it is full, and who asked for the last,
 * odd key waits for a batch that never is.
 */
public final class Buggy {

  @FunctionalInterface
  interface BatchFunction<K, V> {
    Map<K, V> load(List<K> keys);
  }

  record Waiting<K, V>(K key, Chan<V> reply) {}

  static final class Loader<K, V> {
    private static final int FULL = 2;

    private final Mutex mu = new Mutex();
    private final BatchFunction<K, V> function;
    private final WaitGroup batches = new WaitGroup();
    private List<Waiting<K, V>> open = new ArrayList<>();

    Loader(BatchFunction<K, V> function) {
      this.function = function;
    }

    ReceiveChan<V> load(K key) {
      Chan<V> reply = Chan.make(1);
      mu.lock();
      try {
        open.add(new Waiting<>(key, reply));
        if (open.size() >= FULL) {
          dispatch();
        }
      } finally {
        mu.unlock();
      }
      return reply;
    }

    private void dispatch() {
      List<Waiting<K, V>> batch = open;
      open = new ArrayList<>();
      batches.go(
          () -> {
            Map<K, V> values = function.load(batch.stream().map(Waiting::key).toList());
            for (Waiting<K, V> waiting : batch) {
              waiting.reply().send(values.get(waiting.key()));
            }
          });
    }
  }

  static Map<Integer, String> users(List<Integer> ids) {
    Map<Integer, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, "user " + id));
    return names;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Loader<Integer, String> loader = new Loader<>(Buggy::users);
          List<ReceiveChan<String>> replies = new ArrayList<>();
          for (int id = 1; id <= 3; id++) {
            replies.add(loader.load(id));
          }
          for (ReceiveChan<String> reply : replies) {
            System.out.println(reply.receive()); // want leak-receive
          }
          loader.batches.await();
        });
  }
}

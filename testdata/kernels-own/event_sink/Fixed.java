package event_sink;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Events go through a channel whose reader asks for the sink's state before it reads on. */
public final class Fixed {

  static final class Sink {
    private final ReentrantLock lock = new ReentrantLock();
    private final Chan<Runnable> deliveries = Chan.make();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void emit(String... names) {
      for (String name : names) {
        deliveries.send(() -> count(name));
      }
      deliveries.close();
    }

    private void count(String name) {
      lock.lock();
      try {
        counts.merge(name, 1, Integer::sum);
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sink sink = new Sink();
          WaitGroup loop = new WaitGroup();
          loop.go(
              () -> {
                Received<Runnable> next;
                while ((next = sink.deliveries.receiveOk()).ok()) {
                  next.value().run();
                }
              });
          sink.emit("start", "die");
          loop.await();
        });
  }
}

package drain_envelopes;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message server that drains on shutdown: each message is in flight until its envelope is
 * released.
 */
public final class Fixed {

  sealed interface Message permits Ping, Put, Delete {}

  record Ping(int id) implements Message {}

  record Put(String key, String value) implements Message {}

  record Delete(String key) implements Message {}

  record Envelope(Message message, Runnable release) {}

  interface Handler {
    void handle(Envelope envelope);
  }

  static final class Store implements Handler {
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final AtomicInteger rejected = new AtomicInteger();

    @Override
    public void handle(Envelope envelope) {
      switch (envelope.message()) {
        case Ping ping -> envelope.release().run();
        case Put put when put.value().isEmpty() -> reject(put, envelope);
        case Put put -> {
          entries.put(put.key(), put.value());
          envelope.release().run();
        }
        case Delete delete -> {
          entries.remove(delete.key());
          envelope.release().run();
        }
      }
    }

    private void reject(Put put, Envelope envelope) {
      rejected.incrementAndGet();
      entries.remove(put.key());
      envelope.release().run();
    }
  }

  static final class Server {
    private final WaitGroup inFlight = new WaitGroup();
    private final WaitGroup workers = new WaitGroup();
    private final Chan<Envelope> queue = Chan.make(1);
    private final Handler handler;

    Server(Handler handler) {
      this.handler = handler;
    }

    void start(int size) {
      for (int i = 0; i < size; i++) {
        workers.go(
            () -> {
              for (Envelope envelope : queue) {
                handler.handle(envelope);
              }
            });
      }
    }

    void submit(Message message) {
      inFlight.add(1);
      queue.send(new Envelope(message, inFlight::done));
    }

    void shutdown() {
      inFlight.await();
      queue.close();
      workers.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server(new Store());
          server.start(2);
          String value = ThreadLocalRandom.current().nextBoolean() ? "v" : "";
          server.submit(new Ping(1));
          server.submit(new Put("k", value));
          server.submit(new Delete("k"));
          server.shutdown();
        });
  }
}

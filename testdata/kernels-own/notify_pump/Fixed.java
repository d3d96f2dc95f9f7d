package notify_pump;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Each listener has a pump that takes events without making their source wait, and a runner that is
 * fed by the pump. Stopping ends the pumps; the runners are not told.
 */
public final class Fixed {

  interface Handler<E> {
    void onEvent(E event);
  }

  static final class Listener<E> {
    private final Chan<E> incoming = Chan.make();
    private final Chan<E> outgoing = Chan.make();
    private final Handler<E> handler;

    Listener(Handler<E> handler) {
      this.handler = handler;
    }

    void pump() {
      Deque<E> pending = new ArrayDeque<>();
      boolean open = true;
      while (open) {
        open = pending.isEmpty() ? accept(pending, incoming.receive()) : step(pending);
      }
      pending.forEach(outgoing::send);
      outgoing.close();
    }

    private boolean step(Deque<E> pending) {
      return select(
          onReceive(incoming).map(event -> accept(pending, event)),
          onSend(outgoing, pending.peek()).then(() -> pending.poll() != null));
    }

    private boolean accept(Deque<E> pending, E event) {
      return event != null && pending.add(event);
    }

    void run() {
      for (E event : outgoing) {
        handler.onEvent(event);
      }
    }
  }

  static final class Processor<E> {
    private final Map<String, Listener<E>> listeners = new LinkedHashMap<>();
    private final WaitGroup running = new WaitGroup();

    void addListener(String name, Handler<E> handler) {
      Listener<E> listener = new Listener<>(handler);
      listeners.put(name, listener);
      running.go(listener::pump);
      running.go(listener::run);
    }

    void distribute(E event) {
      for (Listener<E> listener : listeners.values()) {
        listener.incoming.send(event);
      }
    }

    void stop() {
      listeners.forEach((name, listener) -> listener.incoming.close());
      running.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Processor<String> processor = new Processor<>();
          processor.addListener("log", event -> System.out.println("log " + event));
          processor.distribute("added");
          processor.distribute("deleted");
          processor.stop();
        });
  }
}

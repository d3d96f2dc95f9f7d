package id_source;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Every message gets a number from a static counter when it is built, by whichever goroutine. */
public final class Fixed {

  abstract static class Message {
    private static final AtomicInteger LAST = new AtomicInteger();

    private final int id;

    Message() {
      id = nextId();
    }

    private static int nextId() {
      return LAST.incrementAndGet();
    }

    abstract String body();

    @Override
    public String toString() {
      return id + ": " + body();
    }
  }

  static final class Hello extends Message {
    private final String peer;

    Hello(String peer) {
      this.peer = peer;
    }

    @Override
    String body() {
      return "hello " + peer;
    }
  }

  static final class Ping extends Message {
    @Override
    String body() {
      return "ping";
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Message> outbox = Chan.make(2);
          List<Supplier<Message>> sources = List.of(() -> new Hello("b"), Ping::new);
          WaitGroup building = new WaitGroup();
          sources.forEach(source -> building.go(() -> outbox.send(source.get())));
          building.await();
          outbox.close();
          for (Message message : outbox) {
            System.out.println(message);
          }
        });
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The JDK's blocking queue with a last message for each consumer. */
public final class PoisonPill {

  /** What travels. */
  sealed interface Item {
    record Work(String text) implements Item {}

    /** The last. */
    enum End implements Item {
      END
    }
  }

  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final int consumers;
  private final int[] handled;

  PoisonPill(int consumers) {
    this.consumers = consumers;
    handled = new int[consumers];
  }

  private void consume(int self) throws InterruptedException {
    while (true) {
      switch (queue.take()) {
        case Item.Work work -> handled[self] += work.text().length();
        case Item.End end -> {
          return;
        }
      }
    }
  }

  private void produce(String... texts) throws InterruptedException {
    for (String text : texts) {
      queue.put(new Item.Work(text));
    }
    for (int i = 0; i < consumers; i++) {
      queue.put(Item.End.END);
    }
  }

  private int total() {
    int total = 0;
    for (int count : handled) {
      total += count;
    }
    return total;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PoisonPill program = new PoisonPill(2);
          WaitGroup running = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            int self = i;
            running.go(() -> program.consume(self));
          }
          program.produce("a", "bc");
          running.await();
          System.out.println(program.total());
        });
  }
}

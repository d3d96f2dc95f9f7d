import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Items are written in batches: when one is full, when time is up, and what is left at the end. */
public final class Batcher<T> {

  private final ReceiveChan<T> items;
  private final int size;
  private final Consumer<List<T>> sink;
  private List<T> batch = new ArrayList<>();

  Batcher(ReceiveChan<T> items, int size, Consumer<List<T>> sink) {
    this.items = items;
    this.size = size;
    this.sink = sink;
  }

  void run() {
    boolean open = true;
    while (open) {
      Received<T> next =
          select(
              onReceive(items).map(item -> new Received<>(item, item != null)),
              onTimeout(Duration.ofMillis(10)).as(new Received<T>(null, true)));
      if (next.value() != null) {
        add(next.value());
      } else {
        flush();
        open = next.ok();
      }
    }
  }

  private void add(T item) {
    batch.add(item);
    if (batch.size() == size) {
      flush();
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      sink.accept(batch);
      batch = new ArrayList<>();
    }
  }

  /** Rows as they reach the table. */
  static final class Table {
    private int rows;

    void insert(List<String> batch) {
      rows += batch.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> items = Chan.make(1);
          Table table = new Table();
          WaitGroup writer = new WaitGroup();
          writer.go(() -> new Batcher<>(items, 2, table::insert).run());
          items.send("a");
          items.send("b");
          items.close();
          writer.await();
          System.out.println(table.rows);
        });
  }
}

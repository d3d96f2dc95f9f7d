package span_flush;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Spans are queued and exported by one goroutine; a flush waits until those before it are out. */
public final class Fixed {

  sealed interface Item {
    record Span(String name) implements Item {}

    record Flush(Chan<Unit> flushed) implements Item {}
  }

  interface Exporter {
    void export(List<Item.Span> spans);
  }

  static final class Processor {
    private final Chan<Item> queue = Chan.make(4);
    private final Chan<Unit> stop = Chan.make();
    private final WaitGroup workers = new WaitGroup();
    private final Once stopOnce = new Once();
    private final Exporter exporter;
    private final List<Item.Span> batch = new ArrayList<>();

    Processor(Exporter exporter) {
      this.exporter = exporter;
      workers.go(this::process);
    }

    private void process() {
      boolean more = true;
      while (more) {
        more = select(onReceive(queue).map(this::handle), onReceive(stop).as(false));
      }
      drain();
    }

    private void drain() {
      for (Received<Item> left = queue.tryReceive(); left != null; left = queue.tryReceive()) {
        handle(left.value());
      }
      exporter.export(List.copyOf(batch));
    }

    private boolean handle(Item item) {
      switch (item) {
        case Item.Span span -> batch.add(span);
        case Item.Flush(Chan<Unit> flushed) -> {
          exporter.export(List.copyOf(batch));
          batch.clear();
          flushed.close();
        }
      }
      return true;
    }

    void onEnd(String name) {
      queue.trySend(new Item.Span(name));
    }

    void forceFlush() {
      Chan<Unit> flushed = Chan.make();
      if (queue.trySend(new Item.Flush(flushed))) {
        select(onReceive(flushed), onReceive(stop));
      }
    }

    void shutdown() {
      stopOnce.run(
          () -> {
            stop.close();
            workers.await();
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          int[] exported = new int[1];
          Processor processor = new Processor(spans -> exported[0] += spans.size());
          processor.onEnd("query");
          WaitGroup requests = new WaitGroup();
          requests.go(processor::forceFlush);
          processor.onEnd("render");
          processor.shutdown();
          requests.await();
        });
  }
}

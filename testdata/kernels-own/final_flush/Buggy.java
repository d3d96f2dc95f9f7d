// fault: deadlock
package final_flush;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a pipeline end with their common context. The sampler hands on what it still has
 * when that happens, to a collector that has left for the same reason.
 */
public final class Buggy {

  record Batch(List<Integer> values) {}

  interface Stage {
    void run(Context ctx);
  }

  static final class Sampler implements Stage {
    private final ReceiveChan<Integer> source;
    private final SendChan<Batch> out;

    Sampler(ReceiveChan<Integer> source, SendChan<Batch> out) {
      this.source = source;
      this.out = out;
    }

    @Override
    public void run(Context ctx) {
      List<Integer> buffer = new ArrayList<>();
      while (next(ctx, buffer)) {
        if (buffer.size() == 2) {
          flush(buffer);
        }
      }
      if (!buffer.isEmpty()) {
        flush(buffer);
      }
    }

    private boolean next(Context ctx, List<Integer> buffer) {
      return select(onReceive(ctx.done()).as(false), onReceive(source).map(buffer::add));
    }

    private void flush(List<Integer> buffer) {
      out.send( // want leak-send, leak-ignores-cancel, deadlock-cyclic-wait
          new Batch(List.copyOf(buffer)));
      buffer.clear();
    }
  }

  static final class Collector implements Stage {
    private final ReceiveChan<Batch> in;
    private int count;

    Collector(ReceiveChan<Batch> in) {
      this.in = in;
    }

    @Override
    public void run(Context ctx) {
      while (select(onReceive(ctx.done()).as(false), onReceive(in).map(this::collect))) {
        System.out.println("so far " + count);
      }
    }

    private boolean collect(Batch batch) {
      count += batch.values().size();
      return true;
    }
  }

  static final class Pipeline implements AutoCloseable {
    private final CancelContext ctx = Context.withCancel(Context.background());
    private final WaitGroup stages = new WaitGroup();

    Pipeline with(Stage stage) {
      stages.go(() -> stage.run(ctx));
      return this;
    }

    @Override
    public void close() {
      ctx.cancel();
      stages.await(); // want deadlock-waitgroup
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> source = Chan.make();
          Chan<Batch> batches = Chan.make();
          try (Pipeline pipeline = new Pipeline()) {
            pipeline.with(new Sampler(source, batches)).with(new Collector(batches));
            source.send(1);
          }
        });
  }
}

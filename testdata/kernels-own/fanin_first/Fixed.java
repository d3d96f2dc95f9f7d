package fanin_first;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reads a range from all replicas and stops at the first one that fails. */
public final class Fixed {

  record Row(String replica, int value) {}

  interface Replica {
    void scan(Consumer<Row> sink) throws IOException;
  }

  record Steady(String name, int rows) implements Replica {
    @Override
    public void scan(Consumer<Row> sink) {
      IntStream.range(0, rows).mapToObj(i -> new Row(name, i)).forEach(sink);
    }
  }

  record Broken(String name) implements Replica {
    @Override
    public void scan(Consumer<Row> sink) throws IOException {
      throw new IOException(name + " is gone");
    }
  }

  static final class Scan {
    private final CancelContext ctx = Context.withCancel(Context.background());
    private final ErrGroup group = new ErrGroup(ctx);
    private final Chan<Row> rows = Chan.make();

    void start(List<? extends Replica> replicas) {
      for (Replica replica : replicas) {
        group.go(() -> replica.scan(this::emit));
      }
    }

    private void emit(Row row) {
      select(onSend(rows, row), onReceive(ctx.done()));
    }

    int collect(int wanted) throws Exception {
      int sum = 0;
      for (int i = 0; i < wanted; i++) {
        Row row = select(onReceive(rows), onReceive(ctx.done()).as(null));
        if (row == null) {
          break;
        }
        sum += row.value();
      }
      group.await();
      return sum;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Scan scan = new Scan();
          scan.start(List.of(new Steady("r1", 2), new Broken("r2")));
          try {
            System.out.println(scan.collect(2));
          } catch (IOException e) {
            System.out.println(e.getMessage());
          }
        });
  }
}

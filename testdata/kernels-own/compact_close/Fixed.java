package compact_close;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A store's files are compacted now and then, until the store is closed. */
public final class Fixed {

  static final class Segment {
    private final byte[] bytes;

    Segment(int size) {
      bytes = new byte[size];
    }

    int length() {
      return bytes.length;
    }
  }

  static class Store {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private List<Segment> segments = new ArrayList<>();

    <R> R read(Function<List<Segment>, R> query) {
      lock.readLock().lock();
      try {
        return query.apply(segments);
      } finally {
        lock.readLock().unlock();
      }
    }

    void write(UnaryOperator<List<Segment>> change) {
      lock.writeLock().lock();
      try {
        segments = change.apply(segments);
      } finally {
        lock.writeLock().unlock();
      }
    }

    void close() {
      write(old -> null);
    }
  }

  static final class Compactor {
    private final Store store;
    private final CancelContext ctx;
    private final WaitGroup running = new WaitGroup();

    Compactor(Store store) {
      this.store = store;
      this.ctx = Context.withCancel(Context.background());
    }

    void start(ReceiveChan<Integer> requests) {
      running.go(
          () -> {
            boolean more = true;
            while (more) {
              more =
                  select(onReceive(requests).map(this::compact), onReceive(ctx.done()).as(false));
            }
          });
    }

    private boolean compact(Integer level) {
      int total = store.read(all -> all.stream().mapToInt(Segment::length).sum());
      System.out.println("level " + level + ": " + total);
      return true;
    }

    void stop() {
      ctx.cancel();
      running.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new Store();
          store.write(old -> List.of(new Segment(3), new Segment(4)));
          Compactor compactor = new Compactor(store);
          Chan<Integer> requests = Chan.make(1);
          compactor.start(requests);
          requests.send(0);
          compactor.stop();
          store.close();
        });
  }
}

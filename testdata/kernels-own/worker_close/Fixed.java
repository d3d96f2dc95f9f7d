package worker_close;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Two workers share one channel of results; each closes it when it has nothing more to do. */
public final class Fixed {

  interface Source extends AutoCloseable {
    Optional<Integer> poll();

    @Override
    void close();
  }

  static final class Counting implements Source {
    private final AtomicInteger left;
    private final Runnable onClose;

    Counting(AtomicInteger left, Runnable onClose) {
      this.left = left;
      this.onClose = onClose;
    }

    @Override
    public Optional<Integer> poll() {
      int next = left.getAndDecrement();
      return next > 0 ? Optional.of(next) : Optional.empty();
    }

    @Override
    public void close() {
      onClose.run();
    }
  }

  static void drain(Source source, SendChan<Integer> results) {
    try (source) {
      for (Optional<Integer> next = source.poll(); next.isPresent(); next = source.poll()) {
        results.send(next.get() * 10);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AtomicInteger left = new AtomicInteger(2);
          Chan<Integer> results = Chan.make(2);
          WaitGroup workers = new WaitGroup();
          AtomicInteger open = new AtomicInteger(2);
          Runnable finish =
              () -> {
                if (open.decrementAndGet() == 0) {
                  results.close();
                }
              };
          for (int i = 0; i < 2; i++) {
            workers.go(() -> drain(new Counting(left, finish), results));
          }
          int sum = 0;
          for (int result : results) {
            sum += result;
          }
          workers.await();
          System.out.println(sum);
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** A buffered channel as a semaphore: a send takes a permit, a receive gives it back. */
public final class ChannelSemaphore {

  private ChannelSemaphore() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> permits = Chan.make(2);
          AtomicInteger inside = new AtomicInteger();
          WaitGroup guests = new WaitGroup();
          for (int i = 0; i < 3; i++) {
            guests.go(
                () -> {
                  permits.send(Unit.UNIT);
                  try {
                    enter(inside);
                  } finally {
                    permits.receive();
                  }
                });
          }
          guests.await();
          System.out.println(inside.get());
        });
  }

  private static void enter(AtomicInteger inside) {
    if (inside.incrementAndGet() > 2) {
      throw new IllegalStateException("three inside");
    }
    inside.decrementAndGet();
  }
}

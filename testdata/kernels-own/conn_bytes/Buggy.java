// fault: race
package conn_bytes;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A connection has one lock for its reading and one for its writing side; the time of its last use
 * is kept by both.
 */
public final class Buggy {

  static final class Idle {
    private long lastUse;

    void touch(long now) {
      lastUse = Math.max(lastUse, now); // want race-inconsistent-guard, race-unguarded
    }

    long since(long now) {
      return now - lastUse;
    }
  }

  static final class Connection {
    private final Mutex reading = new Mutex();
    private final Mutex writing = new Mutex();
    private final Idle idle = new Idle();
    private final LongSupplier clock;
    private int received;
    private int sent;

    Connection(LongSupplier clock) {
      this.clock = clock;
    }

    void receive(int bytes) {
      reading.lock();
      try {
        received += bytes;
        idle.touch(clock.getAsLong());
      } finally {
        reading.unlock();
      }
    }

    void send(int bytes) {
      writing.lock();
      try {
        sent += bytes;
        idle.touch(clock.getAsLong());
      } finally {
        writing.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AtomicLong ticks = new AtomicLong();
          Connection connection = new Connection(ticks::incrementAndGet);
          WaitGroup sides = new WaitGroup();
          sides.go(() -> connection.receive(10));
          sides.go(() -> connection.send(20));
          sides.await();
          System.out.println(connection.idle.since(ticks.get()));
        });
  }
}

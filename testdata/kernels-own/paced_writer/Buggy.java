// fault: deadlock
package paced_writer;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/**
 * A writer pauses while there are too many bytes under way, until the loop that reads the
 * acknowledgements says so; that loop first hands its statistics to the writer's side.
 */
public final class Buggy {

  record Ack(int bytes) {}

  static final class Pacer {
    private final Mutex mu = new Mutex();
    private final Cond room = new Cond(mu);
    private int inFlight;

    void acquire(int bytes) {
      mu.lock();
      while (inFlight > 0) {
        room.await(); // want deadlock-cond, deadlock-cyclic-wait
      }
      inFlight += bytes;
      mu.unlock();
    }

    void release(int bytes) {
      mu.lock();
      inFlight -= bytes;
      room.broadcast();
      mu.unlock();
    }
  }

  static final class Transport {
    private final Pacer pacer = new Pacer();
    private final Chan<Ack> acks = Chan.make(2);
    private final Chan<Integer> roundTrips = Chan.make();
    private final WaitGroup loops = new WaitGroup();

    Transport() {
      loops.go(this::ackLoop);
    }

    private void ackLoop() {
      for (Ack ack : acks) {
        roundTrips.send(ack.bytes()); // want deadlock-cyclic-wait, leak-send
        pacer.release(ack.bytes());
      }
      roundTrips.close();
    }

    int write(int... chunks) {
      for (int chunk : chunks) {
        pacer.acquire(chunk);
        acks.send(new Ack(chunk));
      }
      acks.close();
      int total = 0;
      for (int trip : roundTrips) {
        total += trip;
      }
      loops.await();
      return total;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(new Transport().write(3, 4));
        });
  }
}

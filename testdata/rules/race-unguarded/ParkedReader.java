package rules.raceunguarded;

import java.util.concurrent.locks.LockSupport;

/** Parks until a flag is set; what is not behind the flag is not ordered by that. */
public final class ParkedReader {

  private volatile boolean ready;
  private int before;
  private int after;

  private void publish(Thread reader) {
    before = 1;
    ready = true;
    after = 1; // want race-unguarded "field 'after'" confirmed
    LockSupport.unpark(reader);
  }

  private int read() {
    while (!ready) {
      LockSupport.park(this);
    }
    return before + after;
  }

  public static void main(String[] args) throws InterruptedException {
    ParkedReader shared = new ParkedReader();
    Thread reader = new Thread(() -> System.out.println(shared.read()));
    reader.start();
    shared.publish(reader);
    reader.join();
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** The language's own monitors guard the count. */
public final class MonitorCounter {

  private int count;

  public static void main(String[] args) {
    Go.run(
        () -> {
          MonitorCounter counter = new MonitorCounter();
          WaitGroup running = new WaitGroup();
          running.go(counter::increment);
          running.go(counter::increment);
          running.await();
          System.out.println(counter.count());
        });
  }

  private synchronized void increment() {
    count++;
  }

  private int count() {
    synchronized (this) {
      return count;
    }
  }
}

package print_spooler;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;

/** A spooler wakes its printer through a channel; the printer may not be listening yet. */
public final class Fixed {

  static final class Spooler {
    private final Mutex lock = new Mutex();
    private final Deque<String> jobs = new ArrayDeque<>();
    private final Chan<Unit> wake = Chan.make(1);

    void submit(String job) {
      lock.lock();
      jobs.add(job);
      lock.unlock();
      wake.trySend(Unit.UNIT);
    }

    String next() {
      for (; ; ) {
        lock.lock();
        String job = jobs.poll();
        lock.unlock();
        if (job != null) {
          return job;
        }
        wake.receive();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Spooler spooler = new Spooler();
          WaitGroup clients = new WaitGroup();
          clients.go(() -> spooler.submit("page"));
          System.out.println(spooler.next());
          clients.await();
        });
  }
}

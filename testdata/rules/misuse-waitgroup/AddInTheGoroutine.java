package rules.misusewaitgroup;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** The wait may be over before the goroutine has added itself. */
public final class AddInTheGoroutine {

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup running = new WaitGroup();
          Chan<Unit> finished = Chan.make();
          Go.go(() -> work(running, finished));
          running.await();
          finished.receive();
        });
  }

  private static void work(WaitGroup running, SendChan<Unit> finished) {
    running.add(1); // want misuse-waitgroup
    running.done();
    finished.close();
  }
}

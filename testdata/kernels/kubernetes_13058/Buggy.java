// fault: panic
package kubernetes_13058;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits until a controller has deleted every object that a test created. */
public final class Buggy {
  static final int OBJECTS = 1;

  interface DeleteHandler {
    void onDelete();
  }

  static final class Controller {
    private final DeleteHandler handler;

    Controller(DeleteHandler handler) {
      this.handler = handler;
    }

    void run(ReceiveChan<Unit> stop) {
      while (!isClosed(stop)) {
        handler.onDelete(); // want misuse-waitgroup
        Go.sleep(Duration.ofMillis(10));
        Go.gosched();
      }
    }

    private boolean isClosed(ReceiveChan<Unit> stop) {
      return select(onReceive(stop).as(true), onDefault().as(false));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> stop = Chan.make();
          WaitGroup testDone = new WaitGroup();
          Controller controller = new Controller(testDone::done); // want misuse-waitgroup
          WaitGroup running = new WaitGroup();
          running.go(() -> controller.run(stop));

          AtomicInteger created = new AtomicInteger();
          testDone.add(OBJECTS); // want misuse-waitgroup
          WaitGroup creators = new WaitGroup();
          for (int object = 0; object < OBJECTS; object++) {
            creators.go(created::incrementAndGet);
          }
          creators.await();
          testDone.await();
          stop.close();
          running.await();
        });
  }
}

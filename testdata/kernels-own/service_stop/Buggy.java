// fault: panic
package service_stop;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** A service that stops when asked to, or when its own health check fails. */
public final class Buggy {

  static final class Service {
    private final Chan<Unit> stopped = Chan.make();
    private final Chan<Boolean> health = Chan.make(1);

    void stop() {
      stopped.close(); // want close-twice
    }

    void watch() {
      boolean healthy = health.receiveOr(true);
      if (!healthy) {
        stop();
      }
    }

    void awaitStop() {
      stopped.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Service service = new Service();
          service.health.send(false);
          WaitGroup watchers = new WaitGroup();
          watchers.go(service::watch);
          watchers.go(service::awaitStop);
          service.stop();
          watchers.await();
        });
  }
}

// fault: leak
package pulse_monitor;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;

/** Sends pulses of a device to whoever watches it, until the device is shut down. */
public final class Buggy {

  static final class Device {
    private final CancelContext life = Context.withCancel(Context.background());
    private final Chan<Integer> pulses = Chan.make();

    void start() {
      Go.go(() -> pulse(life));
    }

    private void pulse(Context ctx) {
      int count = 0;
      while (ctx.err() == null) {
        pulses.send(count++); // want leak-ignores-cancel, leak-send
      }
    }

    void shutDown() {
      life.cancel();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Device device = new Device();
          device.start();
          int first = device.pulses.receive();
          device.shutDown();
          System.out.println(first);
        });
  }
}

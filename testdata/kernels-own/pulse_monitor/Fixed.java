package pulse_monitor;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Sends pulses of a device to whoever watches it, until the device is shut down. */
public final class Fixed {

  static final class Device {
    private final CancelContext life = Context.withCancel(Context.background());
    private final Chan<Integer> pulses = Chan.make();
    private final WaitGroup pulsing = new WaitGroup();

    void start() {
      pulsing.go(() -> pulse(life));
    }

    private void pulse(Context ctx) {
      int count = 0;
      while (ctx.err() == null) {
        int next = count++;
        select(onSend(pulses, next), onReceive(ctx.done()));
      }
    }

    void shutDown() {
      life.cancel();
      pulsing.await();
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

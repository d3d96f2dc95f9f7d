package frame_lease;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/**
 * A frame goes back to the free list before the last look at it; by then another goroutine may be
 * filling it.
 */
public final class Fixed {

  static final class Frame {
    private final int[] bytes = new int[2];
    private int length;

    void fill(int value) {
      bytes[0] = value;
      length = 1;
    }
  }

  static final class Frames {
    private final Chan<Frame> free = Chan.make(1);

    Frames() {
      free.send(new Frame());
    }

    int transmit(int value, IntConsumer wire) {
      Frame frame = free.receive();
      frame.fill(value);
      wire.accept(frame.bytes[0]);
      int length = frame.length;
      free.send(frame);
      return length;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Frames frames = new Frames();
          LongAdder sent = new LongAdder();
          ErrGroup senders = new ErrGroup();
          for (int i = 1; i <= 2; i++) {
            int value = i;
            senders.go(() -> sent.add(frames.transmit(value, any -> {})));
          }
          senders.await();
          System.out.println(sent);
        });
  }
}

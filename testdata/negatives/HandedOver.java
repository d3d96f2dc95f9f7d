import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Buffers that travel in a ring: whoever has one may change it, and forgets it when it is sent. */
public final class HandedOver {

  /** A buffer. */
  static final class Buffer {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
      lines.add(line);
    }

    int drain() {
      int size = lines.size();
      lines.clear();
      return size;
    }
  }

  private final Chan<Buffer> empty = Chan.make(2);
  private final Chan<Buffer> full = Chan.make(2);

  HandedOver(int buffers) {
    for (int i = 0; i < buffers; i++) {
      empty.send(new Buffer());
    }
  }

  private void write(int count) {
    for (int i = 0; i < count; i++) {
      Buffer buffer = empty.receive();
      if (buffer == null) {
        return;
      }
      buffer.add("line " + i);
      full.send(buffer);
      buffer = null;
    }
    full.close();
  }

  private int read(ReceiveChan<Buffer> buffers) {
    int lines = 0;
    for (Buffer buffer : buffers) {
      lines += buffer.drain();
      empty.send(buffer);
    }
    return lines;
  }

  /** Each message is an object of its own, changed before it is sent and not after. */
  private static void number(Chan<int[]> out, int count) {
    for (int i = 0; i < count; i++) {
      int[] message = new int[1];
      message[0] = i;
      out.send(message);
    }
    out.close();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          HandedOver ring = new HandedOver(1);
          WaitGroup writers = new WaitGroup();
          writers.go(() -> ring.write(2));
          int lines = ring.read(ring.full);
          Chan<int[]> numbers = Chan.make(1);
          writers.go(() -> number(numbers, 2));
          for (int[] number : numbers) {
            lines += number[0];
          }
          writers.await();
          System.out.println(lines);
        });
  }
}

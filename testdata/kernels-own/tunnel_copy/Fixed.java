package tunnel_copy;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.io.IOException;
import java.util.List;

/**
 * A tunnel is two copies; each reports its end, but the one that fails does not, and both reports
 * are waited for.
 */
public final class Fixed {

  interface Pipe {
    int transfer() throws IOException;
  }

  static final class Tunnel {
    private final Chan<Integer> ends = Chan.make(2);

    private void copy(Pipe pipe) {
      try {
        int moved = pipe.transfer();
        ends.send(moved);
      } catch (IOException e) {
        System.err.println("copy: " + e.getMessage());
        ends.send(0);
      }
    }

    int run(Pipe up, Pipe down) {
      for (Pipe pipe : List.of(up, down)) {
        Go.go(() -> copy(pipe));
      }
      return ends.receive() + ends.receive();
    }
  }

  static int reset() throws IOException {
    throw new IOException("reset by peer");
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(new Tunnel().run(() -> 3, Fixed::reset));
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.net.ServerSocket;

/** Others could connect to it. */
public class OpensASocket {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED main of OpensASocket: opens a socket at OpensASocket.java:
          Go.go(() -> numbers.send(1));
          numbers.receive();
          new ServerSocket(0).close();
        });
  }
}

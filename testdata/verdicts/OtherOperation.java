import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A goroutine leaks on the line of the finding, but it is not the send that blocks. */
public class OtherOperation {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> from = Chan.make();
          Chan<Integer> to = Chan.make(1);
          Go.go(() -> forward(from, to));
        });
  }

  private static void forward(Chan<Integer> from, Chan<Integer> to) {
    // finding leak-send: UNDECIDED another fault was met there
    to.send(from.receiveOr(0));
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** It calls itself until the stack is full: a panic, and no more. */
public class OverflowsTheStack {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          Go.go(() -> numbers.send(depth(0)));
          numbers.receive();
        });
  }

  private static int depth(int above) {
    // finding leak-send: UNDECIDED another fault was met there: panic
    return depth(above + 1) + 1;
  }
}

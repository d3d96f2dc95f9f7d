import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A panic at the site, and not the one of the rule. */
public class OtherPanic {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(1);
          // finding close-before-send: UNDECIDED another fault was met there: panic
          numbers.send(1 / divisor());
        });
  }

  private static int divisor() {
    return "".length();
  }
}

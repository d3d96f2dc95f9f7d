import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** The fault, at the site, of the kind. */
public class SentToNobody {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: CONFIRMED
          Go.go(() -> numbers.send(1));
        });
  }
}

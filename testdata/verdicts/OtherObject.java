import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A goroutine leaks in a send at the site, but on another channel than the finding's. */
public class OtherObject {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> full = Chan.make();
          Chan<Integer> roomy = Chan.make(1); // related leak-send: channel 'roomy' is made here
          Go.go(() -> put(full));
          put(roomy);
        });
  }

  private static void put(Chan<Integer> numbers) {
    // finding leak-send: UNDECIDED another fault was met there
    numbers.send(1);
  }
}

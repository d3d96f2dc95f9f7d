import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** The clock shows one time of many. */
public class ByClock {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: UNDECIDED main of ByClock reads the clock
          Go.go(() -> numbers.send(1));
          if (System.currentTimeMillis() != 1) {
            numbers.receive();
          }
        });
  }
}

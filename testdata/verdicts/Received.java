import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** All schedules run, the site executed, no fault. */
public class Received {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: REFUTED every schedule of main of Received was run
          Go.go(() -> numbers.send(1));
          numbers.receive();
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** All schedules run, the site executed, no fault. */
public class Received {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          Go.go(
              () ->
                  numbers.send(
                      1)); // finding leak-send: REFUTED every schedule of main of Received was run
          numbers.receive();
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.ThreadLocalRandom;

/** Of a draw from many one outcome is seen. */
public class ByWideDraw {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          Go.go(() -> numbers.send(1)); // finding leak-send: UNDECIDED draws random numbers
          if (ThreadLocalRandom.current().nextInt(1_000_000_000) != 7) {
            numbers.receive();
          }
        });
  }
}

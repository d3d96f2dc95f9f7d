import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.ThreadLocalRandom;

/** Of a draw from many one outcome is seen. */
public class ByWideDraw {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: UNDECIDED draws random numbers
          Go.go(() -> numbers.send(1));
          if (ThreadLocalRandom.current().nextInt(1_000_000_000) != 7) {
            numbers.receive();
          }
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.ThreadLocalRandom;

/** All outcomes of a draw from few are seen. */
public class ByNarrowDraw {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: REFUTED
          Go.go(() -> numbers.send(1));
          System.out.println(ThreadLocalRandom.current().nextInt(3));
          numbers.receive();
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;

/** It takes all the memory that it can get. */
public class AllocatesForEver {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED the code under test ran out of memory
          Go.go(() -> numbers.send(1));
          numbers.receive();
          List<long[]> kept = new ArrayList<>();
          while (true) {
            kept.add(new long[1 << 20]);
          }
        });
  }
}

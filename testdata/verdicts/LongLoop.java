import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

// budget 1 s

/** It ends, after more steps than an execution may have: that it does not is not shown. */
public class LongLoop {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(1);
          // finding leak-endless: UNDECIDED
          Go.go(() -> cycle(numbers));
        });
  }

  private static void cycle(Chan<Integer> numbers) {
    for (int i = 0; i < 200_000; i++) {
      numbers.send(i);
      numbers.receive();
    }
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Other arguments may show what these do not. */
public class ByArguments {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: UNDECIDED main of ByArguments reads its arguments
          Go.go(() -> numbers.send(1));
          if (args.length < 3) {
            numbers.receive();
          }
        });
  }
}

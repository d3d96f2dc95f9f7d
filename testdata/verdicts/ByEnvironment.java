import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Another environment may show what this one does not. */
public class ByEnvironment {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: UNDECIDED main of ByEnvironment reads the environment
          Go.go(() -> numbers.send(1));
          if (System.getenv("CHANLINT_NEVER_SET") == null) {
            numbers.receive();
          }
        });
  }
}

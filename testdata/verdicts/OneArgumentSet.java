import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of its argument sets shows it. */
class OneArgumentSet {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void sends(int receivers) {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: CONFIRMED OneArgumentSet#sends(int)
    Go.go(() -> numbers.send(1));
    if (receivers > 0) {
      numbers.receive();
    }
  }
}

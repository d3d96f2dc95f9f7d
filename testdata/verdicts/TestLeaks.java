import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only a test gets there, with what is done before it. */
class TestLeaks {
  private Chan<Integer> numbers = Chan.nil();

  @BeforeEach
  void make() {
    numbers = Chan.make();
  }

  @Test
  void sends() {
    // finding leak-send: CONFIRMED TestLeaks#sends
    Go.go(() -> numbers.send(1));
  }
}

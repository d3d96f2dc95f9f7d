import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One of the dynamic tests shows it, which JUnit's own engine runs. */
class DynamicTests {
  static void pass(int times) {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: CONFIRMED DynamicTests#many
    Go.go(() -> numbers.send(1));
    for (int i = 0; i < times; i++) {
      numbers.receive();
    }
  }

  @Test
  void once() {
    pass(1);
  }

  @TestFactory
  Stream<DynamicTest> many() {
    return Stream.of(DynamicTest.dynamicTest("none", () -> pass(0)));
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Every test that reaches it is exhausted; the disabled one is none. */
class TestsAgree {
  static void pass() {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: REFUTED test TestsAgree.passes, test TestsAgree.passesAgain, test
    Go.go(() -> numbers.send(1));
    numbers.receive();
  }

  @Test
  void passes() {
    pass();
  }

  @RepeatedTest(3)
  void passesAgain() {
    pass();
  }

  @Test
  @Disabled("not now")
  void isNotRun() {
    pass();
  }

  @Nested
  class Inner {
    @Test
    void passesInside() {
      pass();
    }
  }
}

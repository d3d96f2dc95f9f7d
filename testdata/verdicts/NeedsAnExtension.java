import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** JUnit's own engine runs the test, with its extension. */
class NeedsAnExtension {
  private static Chan<Integer> numbers = Chan.nil();

  static class Extension implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      numbers = Chan.make();
    }
  }

  @Test
  @ExtendWith(Extension.class)
  void sends() {
    // finding leak-send: CONFIRMED NeedsAnExtension#sends
    Go.go(() -> numbers.send(1));
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An extension may change what the test does. */
class NeedsAnExtension {
  static class Extension implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {}
  }

  @Test
  @ExtendWith(Extension.class)
  void sends() {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: UNDECIDED it uses the extension NeedsAnExtension$Extension
    Go.go(() -> numbers.send(1));
  }
}

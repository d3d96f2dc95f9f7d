import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an extension does after the test makes it right. */
class ExtensionReceives {
  private final Chan<Integer> numbers = Chan.make();

  @RegisterExtension final AfterEachCallback receiver = this::receive;

  private void receive(ExtensionContext context) {
    numbers.receive();
  }

  @Test
  void sends() {
    // finding leak-send: REFUTED every schedule of test ExtensionReceives.sends was run
    Go.go(() -> numbers.send(1));
  }
}

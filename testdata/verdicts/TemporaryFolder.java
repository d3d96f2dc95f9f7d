import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder would outlive the execution. */
class TemporaryFolder {
  @TempDir Path folder = Path.of("");

  @Test
  void sends() {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: UNDECIDED it uses @TempDir, which writes files
    Go.go(() -> numbers.send(folder.getNameCount()));
  }
}

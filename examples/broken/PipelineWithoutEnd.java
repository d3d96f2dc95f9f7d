import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.List;

/** The first stage does not close its channel, so the second one never ends. */
final class PipelineWithoutEnd {

  public static void main(String[] args) {
    Go.run(
        () -> {
          int words = 0;
          for (int count : count(read(List.of("one line", "and another one")))) {
            words += count;
          }
          System.out.println(words);
        });
  }

  private static ReceiveChan<String> read(List<String> lines) {
    Chan<String> out = Chan.make(1);
    go(() -> lines.forEach(out::send));
    return out;
  }

  private static ReceiveChan<Integer> count(ReceiveChan<String> lines) {
    Chan<Integer> out = Chan.make(1);
    go(
        () -> {
          for (String line : lines) { // want close-missing confirmed
            out.send(line.split(" ").length);
          }
          out.close();
        });
    return out;
  }
}

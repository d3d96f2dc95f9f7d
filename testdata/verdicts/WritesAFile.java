import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.io.FileWriter;
import java.io.IOException;

/** An effect ends the exploration. */
public class WritesAFile {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          // finding leak-send: UNDECIDED main of WritesAFile: writes a file at
          Go.go(() -> numbers.send(1));
          numbers.receive();
          try (FileWriter file = new FileWriter("never-written")) {
            file.write("x");
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}

package output_buffer;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.List;

/** Standard output and standard error of a command are gathered in one buffer. */
public final class Fixed {

  interface Sink {
    void write(String text);
  }

  static final class Command {
    private final StringBuffer output = new StringBuffer();

    String run(String... args) {
      Chan<Unit> ended = Chan.make();
      Sink sink =
          new Sink() {
            @Override
            public void write(String text) {
              output.append(text);
            }
          };
      for (String stream : List.of("out", "err")) {
        Go.go(
            () -> {
              for (String arg : args) {
                sink.write(stream + ":" + arg);
              }
              ended.send(Unit.UNIT);
            });
      }
      ended.receive();
      ended.receive();
      return output.toString();
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Command().run("-v").length()));
  }
}

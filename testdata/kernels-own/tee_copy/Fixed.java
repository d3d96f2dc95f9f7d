package tee_copy;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * A build's output is copied to its log and to the console; what reads both reads the one to its
 * end before it begins with the other.
 */
public final class Fixed {

  interface LineWriter extends AutoCloseable {
    void println(String line);

    @Override
    void close();
  }

  static final class PipeWriter implements LineWriter {
    private final Chan<String> pipe;

    PipeWriter(Chan<String> pipe) {
      this.pipe = pipe;
    }

    @Override
    public void println(String line) {
      pipe.send(line);
    }

    @Override
    public void close() {
      pipe.close();
    }
  }

  static final class MultiWriter implements LineWriter {
    private final List<LineWriter> targets;

    MultiWriter(LineWriter... targets) {
      this.targets = List.of(targets);
    }

    @Override
    public void println(String line) {
      targets.forEach(target -> target.println(line));
    }

    @Override
    public void close() {
      targets.forEach(LineWriter::close);
    }
  }

  static List<String> readAll(ReceiveChan<String> lines) {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      all.add(line);
    }
    return all;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> log = Chan.make();
          Chan<String> console = Chan.make();
          WaitGroup copying = new WaitGroup();
          copying.go(
              () -> {
                try (LineWriter out =
                    new MultiWriter(new PipeWriter(log), new PipeWriter(console))) {
                  out.println("compile");
                  out.println("link");
                }
              });
          copying.go(() -> System.out.println(readAll(log)));
          System.out.println(readAll(console));
          copying.await();
        });
  }
}

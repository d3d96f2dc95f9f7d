package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.function.Consumer;

/** Others call the other methods meanwhile. */
public class Mailbox {

  private final Chan<String> letters = Chan.make();
  private final Chan<String> stop = Chan.make();
  private volatile boolean stopped;

  public void put(String letter) {
    letters.send(letter);
  }

  public String take() {
    return letters.receive();
  }

  public void drain(Consumer<String> reader) {
    for (String letter : letters) {
      reader.accept(letter);
    }
  }

  public void start(Consumer<String> reader) {
    Go.go(
        () -> {
          reader.accept(letters.receive());
          stop.receive();
          reader.accept("stopped");
        });
  }

  public void run(Consumer<String> reader) {
    Go.go(
        () -> {
          while (!stopped) {
            reader.accept(letters.receive());
          }
        });
  }

  public void stop() {
    stopped = true;
    stop.close();
  }

  public void close() {
    letters.close();
  }
}

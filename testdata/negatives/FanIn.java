import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Two producers, one channel, closed by a third goroutine once both are done. */
public final class FanIn {

  private FanIn() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> merged = Chan.make();
          WaitGroup producers = new WaitGroup();
          for (String name : List.of("a", "b")) {
            producers.go(() -> produce(name, merged));
          }
          go(
              () -> {
                producers.await();
                merged.close();
              });
          for (String message : merged) {
            System.out.println(message);
          }
        });
  }

  private static void produce(String name, SendChan<String> out) {
    for (int i = 0; i < 2; i++) {
      out.send(name + i);
    }
  }
}

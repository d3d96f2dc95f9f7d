// fault: leak
package hedged_lookup;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Select;
import java.time.Duration;
import java.util.List;

/** Asks two mirrors and takes the first answer, or gives up after a while. */
public final class Buggy {

  interface Mirror {
    int lookUp(String key);
  }

  static final class Resolver {
    private final List<Mirror> mirrors;

    Resolver(List<Mirror> mirrors) {
      this.mirrors = mirrors;
    }

    int resolve(String key) {
      Chan<Integer> answers = Chan.make();
      for (Mirror mirror : mirrors) {
        Go.go(() -> answers.send(mirror.lookUp(key))); // want leak-send
      }
      return select(
          onReceive(answers).map(answer -> answer),
          Select.<Integer>onTimeout(Duration.ofMillis(10)).as(-1));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Resolver resolver = new Resolver(List.of(String::length, key -> 2 * key.length()));
          System.out.println(resolver.resolve("cat") != 0);
        });
  }
}

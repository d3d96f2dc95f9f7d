package hedged_lookup;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.List;

/** Asks two mirrors and takes the first answer, or gives up after a while. */
public final class Fixed {

  interface Mirror {
    int lookUp(String key);
  }

  static final class Resolver {
    private final List<Mirror> mirrors;
    private final WaitGroup lookups = new WaitGroup();

    Resolver(List<Mirror> mirrors) {
      this.mirrors = mirrors;
    }

    int resolve(String key) {
      Chan<Integer> answers = Chan.make(mirrors.size());
      for (Mirror mirror : mirrors) {
        lookups.go(() -> answers.send(mirror.lookUp(key)));
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
          resolver.lookups.await();
        });
  }
}

package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** What is handed out is for the caller to receive from, in whatever form it gets it. */
public final class Handed {

  /** A result and what else is known of it. */
  public record Promise(String name, Chan<String> value) {}

  private Handed() {}

  public static Chan<String> later(Supplier<String> source) {
    Chan<String> result = Chan.make();
    Go.go(() -> result.send(source.get()));
    return result;
  }

  public static ReceiveChan<Integer> numbers(int count) {
    Chan<Integer> numbers = Chan.make();
    Go.go(
        () -> {
          for (int n = 0; n < count; n++) {
            numbers.send(n);
          }
          numbers.close();
        });
    return numbers;
  }

  public static Promise promised(String name) {
    Chan<String> value = Chan.make();
    Go.go(() -> value.send(name));
    return new Promise(name, value);
  }

  public static Supplier<String> lazy(Supplier<String> source) {
    Chan<String> result = Chan.make();
    Go.go(() -> result.send(source.get()));
    return result::receive;
  }

  public static List<Chan<String>> all(List<Supplier<String>> sources) {
    List<Chan<String>> results = new ArrayList<>();
    for (Supplier<String> source : sources) {
      results.add(later(source));
    }
    return results;
  }

  public static Iterator<Integer> upTo(int count) {
    return numbers(count).iterator();
  }
}

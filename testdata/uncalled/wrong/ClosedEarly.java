package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The first of several senders to end closes the channel. */
public final class ClosedEarly {

  private ClosedEarly() {}

  public static List<String> map(List<String> values, UnaryOperator<String> mapping) {
    Chan<String> mapped = Chan.make(values.size());
    for (String value : values) {
      Go.go(
          () -> {
            mapped.send(mapping.apply(value)); // want close-before-send "'mapped'" confirmed
            mapped.close(); // want close-twice "'mapped'" confirmed
          });
    }
    List<String> results = new ArrayList<>();
    mapped.forEach(results::add);
    return results;
  }

  public static List<String> mapAll(List<String> values, UnaryOperator<String> mapping) {
    Chan<String> mapped = Chan.make(values.size());
    WaitGroup senders = new WaitGroup();
    for (String value : values) {
      senders.go(() -> mapped.send(mapping.apply(value)));
    }
    Go.go(
        () -> {
          senders.await();
          mapped.close();
        });
    List<String> results = new ArrayList<>();
    mapped.forEach(results::add);
    return results;
  }
}

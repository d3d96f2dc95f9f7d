import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.time.Duration;
import java.util.List;

/** Asks for widgets, and goes on without an answer that takes too long. */
public class AskWithTimeout {

  private long found;

  public long ask(List<String> names) {
    for (String name : names) {
      found += lookUp(name, Duration.ofMillis(40));
    }
    return found;
  }

  private long lookUp(String name, Duration patience) {
    Chan<Long> answer = Chan.make(1); // broken: Chan<Long> answer = Chan.make();
    Go.go(() -> answer.send(load(name))); // planted: leak-send
    return select(onReceive(answer), onTimeout(patience).as(-1L));
  }

  private static long load(String name) {
    return name.hashCode() % 97 + new Sequential(3).work(2);
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new AskWithTimeout().ask(List.of("first", "second"))));
  }
  // end
}

import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Select.onReceive;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Select;
import java.time.Duration;
import java.util.List;

/** The channel has no room for answers that come too late, and nobody takes them. */
final class FanOutThatLeaks {

  public static void main(String[] args) {
    Go.run(() -> System.out.println(first(List.of("north", "south"))));
  }

  private static String first(List<String> addresses) {
    Chan<String> answers = Chan.make();
    for (String address : addresses) {
      go(
          () ->
              answers.send("answer of " + address)); // want leak-ignores-cancel confirmed
    }
    try (CancelContext deadline =
        Context.withTimeout(Context.background(), Duration.ofSeconds(1))) {
      return Select.select(
          onReceive(answers).map(answer -> answer), onReceive(deadline.done()).as("nothing"));
    }
  }
}

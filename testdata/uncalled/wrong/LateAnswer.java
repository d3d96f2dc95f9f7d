package uncalled;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import java.util.function.Supplier;

/** Who gives up waiting leaves the one who answers behind. */
public final class LateAnswer {

  private LateAnswer() {}

  static String ask(Context context, Supplier<String> source) {
    Chan<String> answer = Chan.make();
    Go.go(() -> answer.send(source.get())); // want leak-ignores-cancel "channel 'answer'" confirmed
    return select(onReceive(answer), onReceive(context.done()).as("given up"));
  }

  static String askInTime(Context context, Supplier<String> source) {
    Chan<String> answer = Chan.make(1);
    Go.go(() -> answer.send(source.get()));
    return select(onReceive(answer), onReceive(context.done()).as("given up"));
  }
}

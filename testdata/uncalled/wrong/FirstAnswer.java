package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.function.Supplier;

/** Asks all and takes one answer: all others but the first are never received. */
public final class FirstAnswer {

  private FirstAnswer() {}

  public static String firstOf(List<Supplier<String>> sources) {
    Chan<String> answers = Chan.make();
    for (Supplier<String> source : sources) {
      Go.go(() -> answers.send(source.get())); // want leak-send "channel 'answers'" confirmed
    }
    return answers.receive();
  }

  /** There is room for every answer. */
  public static String firstOfAll(List<Supplier<String>> sources) {
    Chan<String> answers = Chan.make(sources.size());
    for (Supplier<String> source : sources) {
      Go.go(() -> answers.send(source.get()));
    }
    return answers.receive();
  }
}

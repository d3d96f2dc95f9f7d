package dev.chanlint.examples.fanout;

import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Select.onReceive;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks several sources at once, and goes on with what has come when time is up. */
public final class FanOut {

  private FanOut() {}

  /** Where answers come from: an HTTP client, or what a test puts in its place. */
  @FunctionalInterface
  public interface Source {
    /** Fetches; may take its time. */
    String fetch(String address) throws Exception;
  }

  /**
   * Fetches from all addresses at once.
   *
   * @param within how long to wait for all of them together
   * @return the answers that came in time, in the order in which they came; a source that fails
   *     gives none
   */
  public static List<String> fetchAll(List<String> addresses, Duration within, Source source) {
    // Room for every answer: who is late leaves it there and ends, though nobody looks any more.
    Chan<Optional<String>> answers = Chan.make(addresses.size());
    for (String address : addresses) {
      go(() -> answers.send(fetch(address, source)));
    }
    List<String> inTime = new ArrayList<>();
    try (CancelContext deadline = Context.withTimeout(Context.background(), within)) {
      for (int i = 0; i < addresses.size() && collectOne(answers, deadline, inTime); i++) {}
    }
    return inTime;
  }

  private static Optional<String> fetch(String address, Source source) {
    try {
      return Optional.of(source.fetch(address));
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  /** Whether there is still time. */
  private static boolean collectOne(
      Chan<Optional<String>> answers, Context deadline, List<String> inTime) {
    return Select.select(
        onReceive(answers)
            .map(
                answer -> {
                  answer.ifPresent(inTime::add);
                  return true;
                }),
        onReceive(deadline.done()).as(false));
  }
}

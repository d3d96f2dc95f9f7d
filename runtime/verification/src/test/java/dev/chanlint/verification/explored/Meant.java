package dev.chanlint.verification.explored;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import java.util.Map;

/** What is found in the runtime's code and is no mistake. */
final class Meant {

  /** Where a field is written and read without order, and why that does no harm. */
  private static final Map<String, String> RACES =
      Map.of(
          "SpinLock.lastUser", "a thread that reads its own id has written it",
          "Patience.handedOn", "an old value is as good");

  private Meant() {}

  /** Whether schedules were left out that need not be run. */
  static boolean isLimit(String limit) {
    // Who spins for a lock need not be kept spinning while its holder waits for ever.
    return limit.startsWith("schedules with more preemptions")
        || limit.startsWith("schedules that keep a goroutine waiting");
  }

  /** Whether a failure is a race that does no harm. */
  static boolean isRace(Failure failure) {
    return failure.fault() == Fault.RACE
        && RACES.keySet().stream()
            .anyMatch(field -> failure.message().startsWith("data race on " + field + ":"));
  }
}

package dev.chanlint.verification;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was seen of one execution of a program: every call, those included that wait for good.
 *
 * @param capacities of the program's channels
 * @param calls the calls, at most {@value #MOST_CALLS}
 */
public record History(List<Integer> capacities, List<Call> calls) {

  /** How many calls a history may have. */
  public static final int MOST_CALLS = Long.SIZE - 1;

  /** Makes one. */
  public History {
    capacities = List.copyOf(capacities);
    calls = List.copyOf(calls);
    if (calls.size() > MOST_CALLS) {
      throw new IllegalArgumentException("too many calls: " + calls.size());
    }
  }

  /** Whether some calls wait for good. */
  public boolean isStuck() {
    return calls.stream().anyMatch(Call::isBlocked);
  }

  @Override
  public String toString() {
    return calls.stream()
        .map(Call::toString)
        .collect(Collectors.joining("\n  ", "capacities " + capacities + "\n  ", "\n"));
  }
}

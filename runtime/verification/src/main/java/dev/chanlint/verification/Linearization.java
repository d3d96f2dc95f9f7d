package dev.chanlint.verification;

import dev.chanlint.verification.Channels.Meeting;
import dev.chanlint.verification.Channels.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The search for an order of a history's calls in which the specification explains each outcome,
 * and in which a call comes after all that returned before it began.
 *
 * <p>Wing and Gong's search ("Testing and Verifying Concurrent Objects", 1993) with Lowe's
 * memoisation of the places reached ("Testing for Linearizability", 2017). As in Burckhardt and
 * others' Line-Up (2010), calls that wait for good count: in the state that the others lead to,
 * none of them, and no two together, may be able to go on.
 */
public final class Linearization {

  /** A place in the search: the calls that are explained, a bit for each, and what they led to. */
  private record Place(long explained, Channels channels) {}

  private final List<Call> calls;
  private final Channels start;

  /** For each call those that returned before it began, a bit for each. */
  private final long[] before;

  /** The calls that have returned, a bit for each. */
  private final long returned;

  private final Set<Place> seen = new HashSet<>();

  private Linearization(History history) {
    calls = history.calls();
    start = Channels.open(history.capacities());
    before = new long[calls.size()];
    long all = 0;
    for (int i = 0; i < calls.size(); i++) {
      before[i] = thoseBefore(calls.get(i));
      all |= calls.get(i).isBlocked() ? 0 : 1L << i;
    }
    returned = all;
  }

  private long thoseBefore(Call call) {
    long bits = 0;
    for (int i = 0; i < calls.size(); i++) {
      bits |= calls.get(i).returned() < call.invoked() ? 1L << i : 0;
    }
    return bits;
  }

  /**
   * Whether a history is explained by Go's specification.
   *
   * @param history the history
   * @return whether there is an order that explains it
   */
  public static boolean exists(History history) {
    Linearization search = new Linearization(history);
    return search.from(0, search.start);
  }

  private boolean from(long explained, Channels channels) {
    if (explained == returned) {
      return isStuck(channels);
    }
    if (!seen.add(new Place(explained, channels))) {
      return false;
    }
    for (int i = 0; i < calls.size(); i++) {
      if (mayBeNext(i, explained)
          && (goesOnAlone(i, explained, channels) || goesOnTogether(i, explained, channels))) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBeNext(int call, long explained) {
    long bit = 1L << call;
    return (returned & ~explained & bit) != 0 && (before[call] & ~explained) == 0;
  }

  private boolean goesOnAlone(int i, long explained, Channels channels) {
    Call call = calls.get(i);
    long then = explained | 1L << i;
    if (call.outcome() == Outcome.Plain.INTERRUPTED) {
      return from(then, channels);
    }
    for (Step step : channels.alone(call.operation())) {
      if (step.outcome().equals(call.outcome()) && from(then, step.after())) {
        return true;
      }
    }
    return false;
  }

  private boolean goesOnTogether(int i, long explained, Channels channels) {
    for (int j = i + 1; j < calls.size(); j++) {
      if (mayBeNext(j, explained)
          && channels
              .together(calls.get(i).operation(), calls.get(j).operation())
              .contains(new Meeting(calls.get(i).outcome(), calls.get(j).outcome()))
          && from(explained | 1L << i | 1L << j, channels)) {
        return true;
      }
    }
    return false;
  }

  /** Whether none of those who wait for good could go on. */
  private boolean isStuck(Channels channels) {
    List<Operation> blocked = calls.stream().filter(Call::isBlocked).map(Call::operation).toList();
    for (int i = 0; i < blocked.size(); i++) {
      if (!channels.alone(blocked.get(i)).isEmpty()) {
        return false;
      }
      for (int j = i + 1; j < blocked.size(); j++) {
        if (!channels.together(blocked.get(i), blocked.get(j)).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }
}

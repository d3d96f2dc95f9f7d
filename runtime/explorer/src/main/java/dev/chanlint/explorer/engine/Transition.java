package dev.chanlint.explorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to go on from the present state: an alternative of a pending operation, or two that meet.
 */
public final class Transition {

  private final Operation operation;
  private final int alternative;
  private final @Nullable Operation partner;
  private final int partnersAlternative;
  private final boolean timer;
  private final long key;
  private @Nullable Move move;

  Transition(Operation operation, int alternative, boolean timer) {
    this(operation, alternative, null, 0, timer);
  }

  Transition(
      Operation operation,
      int alternative,
      @Nullable Operation partner,
      int partnersAlternative,
      boolean timer) {
    this.operation = operation;
    this.alternative = alternative;
    this.partner = partner;
    this.partnersAlternative = partnersAlternative;
    this.timer = timer;
    this.key =
        Move.key(
            operation.goroutine().lineage(),
            alternative,
            partner == null ? 0 : partner.goroutine().lineage(),
            partnersAlternative);
  }

  /**
   * One that was made before, in an execution with the same steps up to here.
   *
   * @param choice who takes part, as {@link #choice} tells
   * @return null if it cannot be made
   */
  static @Nullable Transition again(Execution execution, long choice, boolean timer) {
    Operation operation = pending(execution, Move.goroutine(choice));
    int alternative = Move.alternative(choice);
    if (operation == null || alternative >= operation.alternatives()) {
      return null;
    }
    if (Move.partner(choice) == 0) {
      return operation.enabled(alternative) ? new Transition(operation, alternative, timer) : null;
    }
    Operation partner = pending(execution, Move.partner(choice));
    int partners = Move.partnersAlternative(choice);
    if (partner == null || partners >= partner.alternatives()) {
      return null;
    }
    Rendezvous place = operation.rendezvous(alternative);
    return place != null && place == partner.rendezvous(partners)
        ? new Transition(operation, alternative, partner, partners, timer)
        : null;
  }

  private static @Nullable Operation pending(Execution execution, int goroutine) {
    List<Goroutine> goroutines = execution.goroutines();
    return goroutine <= goroutines.size() ? goroutines.get(goroutine - 1).pending() : null;
  }

  /** Who takes part with which alternatives, packed as {@link Move#key} does. */
  public long key() {
    return key;
  }

  /** The goroutine; the sender of a rendezvous. */
  public Goroutine goroutine() {
    return operation.goroutine();
  }

  /** What the goroutine does. */
  public Operation operation() {
    return operation;
  }

  /** What the partner does; null if there is none. */
  public @Nullable Operation partner() {
    return partner;
  }

  /** Whether this is a timer that fires. */
  public boolean isTimer() {
    return timer;
  }

  /** Whether its goroutine has then to let another make a step first. */
  public boolean yieldsInVain() {
    return partner == null && operation.yieldsInVain(alternative);
  }

  /** Whether it changes anything that another goroutine could see. */
  public boolean changes() {
    return partner != null || operation.changes(alternative);
  }

  /** Whether it makes a change that comes of more than time passing. */
  boolean makesProgress(boolean changes) {
    return changes && (partner != null || !operation.isDrivenByTime(alternative));
  }

  /**
   * The same with goroutines numbered as they were started, which tells a step of one execution, to
   * be run again as it was.
   */
  public long choice() {
    return Move.key(
        operation.goroutine().id(),
        alternative,
        partner == null ? 0 : partner.goroutine().id(),
        partnersAlternative);
  }

  /** Whether a goroutine takes part. */
  public boolean involves(Goroutine goroutine) {
    return operation.goroutine() == goroutine
        || partner != null && partner.goroutine() == goroutine;
  }

  /** Whether a goroutine of the other takes part. */
  public boolean involvesAnyOf(Transition other) {
    return involves(other.goroutine())
        || other.partner != null && involves(other.partner.goroutine());
  }

  /** This transition, to be remembered; asked for only before it is executed. */
  public Move move() {
    Move known = move;
    if (known == null) {
      known = new Move(key, footprint());
      move = known;
    }
    return known;
  }

  private Footprint footprint() {
    Footprint footprint = new Footprint();
    operation.wholeFootprint(alternative, footprint);
    if (partner != null) {
      partner.wholeFootprint(partnersAlternative, footprint);
    }
    return footprint;
  }

  /** What all alternatives of its operations are interested in. */
  public Footprint interest() {
    Footprint interest = new Footprint();
    operation.wholeInterest(interest);
    if (partner != null) {
      partner.wholeInterest(interest);
    }
    return interest;
  }

  void execute() {
    operation.choose(alternative);
    if (partner == null) {
      operation.execute(alternative);
    } else {
      partner.choose(partnersAlternative);
      operation.meet(alternative, partner, partnersAlternative);
    }
  }
}

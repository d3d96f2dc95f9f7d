package dev.chanlint.explorer.engine;

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
            operation.goroutine().id(),
            alternative,
            partner == null ? 0 : partner.goroutine().id(),
            partnersAlternative);
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

  /** Whether it changes anything that another goroutine could see. */
  public boolean changes() {
    return partner != null || operation.changes(alternative);
  }

  /** Whether a goroutine takes part. */
  public boolean involves(int goroutine) {
    return Move.involves(key, goroutine);
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
    operation.goroutine().execution().footprint(operation, alternative, footprint);
    if (partner != null) {
      partner.goroutine().execution().footprint(partner, partnersAlternative, footprint);
    }
    return footprint;
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

package dev.chanlint.explorer.engine;

import org.jspecify.annotations.Nullable;

/**
 * A visible operation of one goroutine, as data: what it needs, what it depends on and what it
 * does. {@link Execution#perform} leaves it pending; when the search chooses one of its
 * alternatives, that is executed on the driver, as one indivisible step, and the goroutine goes on.
 * Waiting is being pending and not enabled, so no operation keeps a queue of waiters.
 *
 * <p>An alternative that takes two goroutines (a send on an unbuffered channel and its receive)
 * names a {@link Rendezvous}; the two are then executed as one step.
 */
public abstract class Operation {

  /** The deadline of what is no timer. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Made by {@link Execution#perform}, before any other method is called. */
  @SuppressWarnings("NullAway.Init")
  private Goroutine goroutine;

  private int chosen;
  private boolean vain;
  private boolean timed;
  private boolean interruptedBefore;

  /** The goroutine that performs this. */
  public final Goroutine goroutine() {
    return goroutine;
  }

  /** The alternative that was executed. */
  public final int chosen() {
    return chosen;
  }

  final void pend(Goroutine performer) {
    goroutine = performer;
    vain = yields() && performer.willYieldInVain(false);
    timed = firstDeadline() != NEVER;
    interruptedBefore = looksForInterruptFirst() && performer.isInterrupted();
    pending();
  }

  final void choose(int alternative) {
    chosen = alternative;
    left();
  }

  /** The word of Go's deadlock report for a goroutine that waits here. */
  public abstract String state();

  /** What a witness calls it: {@code send}, {@code lock}, {@code go}, … */
  public abstract String name();

  /** What it acts on, as a witness writes it; null if on nothing. */
  public @Nullable Resource resource() {
    return null;
  }

  /** Short text of the value passed by the alternative that was executed, or empty. */
  public String value() {
    return "";
  }

  /** How many ways it may go; each is enabled or not on its own. */
  public int alternatives() {
    return 1;
  }

  /** Whether an alternative can be executed now, without a partner. */
  public abstract boolean enabled(int alternative);

  /** Where an alternative meets a partner, or null if it needs none. */
  public @Nullable Rendezvous rendezvous(int alternative) {
    return null;
  }

  /** Whether an alternative that needs a partner is the sending side. */
  public boolean sends(int alternative) {
    return false;
  }

  /** What an alternative, executed now, depends on and changes. */
  public abstract void footprint(int alternative, Footprint into);

  /**
   * What all of its alternatives together, the offers to meet a partner among them, may depend on
   * and change, now or once they are enabled, and would have earlier in the execution: what makes
   * the order of this and another operation worth turning round. If it can wait, it may not
   * overlook what it waited for because that has come about.
   */
  public void interest(Footprint into) {
    for (int i = 0; i < alternatives(); i++) {
      footprint(i, into);
    }
  }

  /**
   * Whether {@link #enabled}, {@link #rendezvous} and {@link #footprint} look at nothing that steps
   * change but the {@link Store}. Then the search can tell what this would do in a state that the
   * execution is not in. If not, it has to suppose that it can be done, and may run an execution in
   * vain that finds it cannot.
   */
  public boolean isForeseeable() {
    return false;
  }

  /** Executes an alternative. */
  public abstract void execute(int alternative);

  /** Executes a rendezvous; called on the sending side. */
  public void meet(int alternative, Operation partner, int partnersAlternative) {
    throw new IllegalStateException(name() + " meets nobody");
  }

  /**
   * Whether an executed alternative changed anything that another goroutine could see. Locking and
   * unlocking is not counted: a loop that looks at something under a lock makes no progress by it.
   */
  public boolean changes(int alternative) {
    return true;
  }

  /**
   * Whether a change that an alternative makes comes of nothing but time passing, or takes back
   * what did: a timer fires, its time is received. A loop of such changes may go on for ever.
   */
  public boolean isDrivenByTime(int alternative) {
    return false;
  }

  /**
   * Whether it gives way to others: a goroutine that changed nothing since it last did is then not
   * chosen again before another has made a step.
   */
  public boolean yields() {
    return false;
  }

  /** Whether it waits without holding up a rendezvous partner: a select with a default. */
  public boolean isNonBlocking() {
    return false;
  }

  /** Whether an interrupt that came before it counts more than what there is to do. */
  protected boolean looksForInterruptFirst() {
    return false;
  }

  /**
   * When an alternative fires in virtual time, in nanoseconds; {@link #NEVER} if it is no timer.
   */
  public long deadline(int alternative) {
    return NEVER;
  }

  /** The earliest of the deadlines of its alternatives. */
  final long earliestDeadline() {
    return timed ? firstDeadline() : NEVER;
  }

  /** Whether an alternative fires in virtual time. */
  public final boolean isWaitingForTime() {
    return earliestDeadline() != NEVER;
  }

  /** Whether an alternative is a timer, or was when it became pending; none becomes one later. */
  final boolean isTimed() {
    return timed;
  }

  private long firstDeadline() {
    long earliest = NEVER;
    for (int i = 0; i < alternatives(); i++) {
      earliest = Math.min(earliest, deadline(i));
    }
    return earliest;
  }

  /** The footprint of an alternative, with what every operation may depend on. */
  final void wholeFootprint(int alternative, Footprint into) {
    footprint(alternative, into);
    long deadline = deadline(alternative);
    if (deadline != NEVER) {
      into.fires(deadline);
    } else {
      into.retires(earliestDeadline());
    }
    if (yieldsInVain(alternative)) {
      into.everything();
    }
  }

  /** Whether its goroutine, having done this, has to let another make a step first. */
  final boolean yieldsInVain(int alternative) {
    return vain && !changes(alternative);
  }

  /** What it is interested in, with what every operation may depend on. */
  public final Footprint interest() {
    Footprint interest = new Footprint();
    wholeInterest(interest);
    return interest;
  }

  /** Adds what it is interested in, with what every operation may depend on. */
  final void wholeInterest(Footprint into) {
    interest(into);
    long deadline = earliestDeadline();
    if (deadline != NEVER) {
      into.fires(deadline);
    }
    if (yieldsInVain(0)) {
      into.everything();
    }
  }

  /**
   * Called when the goroutine has come to its next operation, as part of the step that this was:
   * for what the goroutine itself did meanwhile and the {@link Store} is to know.
   */
  protected void afterwards() {}

  /**
   * Whether it can do nothing but answer an interrupt, which came before it. As that is in the
   * {@link Store}, the search can tell that without it there would be more.
   */
  protected final boolean isInterruptedFirst() {
    return interruptedBefore && goroutine.isInterrupted();
  }

  /** Called when it becomes pending. */
  protected void pending() {}

  /** Called when it is executed. */
  protected void left() {}
}

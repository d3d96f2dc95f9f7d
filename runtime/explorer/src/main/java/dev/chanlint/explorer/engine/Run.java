package dev.chanlint.explorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution while it runs: first the steps of a {@link Path} once more, then new ones, for each
 * of which it asks a {@link Scheduler}.
 */
final class Run implements Point {

  /**
   * How many steps in a row may be yields that change nothing before that is held to go on for
   * ever.
   */
  private static final int MAX_VAIN_YIELDS = 10_000;

  /**
   * How often it is asked whether the time is up before the clock is looked at: that takes time.
   */
  private static final int QUESTIONS_PER_LOOK = 256;

  private final Execution execution;
  private final Scheduler scheduler;
  private final int maxSteps;
  private final BooleanSupplier timeUp;
  private final @Nullable Witness witness;

  private final Fairness fairness = new Fairness();
  private final Standstill standstill;
  private final List<Transition> made = new ArrayList<>();
  private final Foresight foresight;
  private final Enabled enabled;
  private final Path path;
  private final int again;

  private List<Transition> possible = List.of();
  private List<Transition> transitions = List.of();
  private boolean lastYielded;
  private int preemptions;
  private int earlyTimers;
  private int vainYields;
  private boolean cut;
  private boolean outOfTime;
  private int questions;
  private boolean endless;
  private boolean anyYielded;

  /**
   * Prepares an execution.
   *
   * @param path the steps that it begins with; those that it goes on with are added
   */
  Run(
      Workload workload,
      Scheduler scheduler,
      int maxSteps,
      boolean traced,
      BooleanSupplier timeUp,
      Path path) {
    this.execution = new Execution(workload, traced, scheduler.names());
    this.foresight = new Foresight(execution, made);
    this.enabled = new Enabled(execution);
    this.standstill = new Standstill(execution);
    this.scheduler = scheduler;
    this.maxSteps = maxSteps;
    this.timeUp = timeUp;
    this.witness = traced ? new Witness() : null;
    this.path = path;
    this.again = path.size();
  }

  /** Runs it; tells how it ended. */
  Driver.Ended run() {
    try (Drivers.Shift shift = Drivers.begin()) {
      shift.drive(execution);
      runSteps();
      shift.drive(null);
      String foreign = shift.foreign();
      if (foreign != null) {
        execution.uncontrolled("runs on thread \"" + foreign + "\", which is not under control");
      }
    }
    if (!cut && execution.limit() == null) {
      scheduler.ended(this);
    }
    execution.freezeOutput();
    return new Driver.Ended(
        execution,
        path.choices(),
        preemptions,
        earlyTimers,
        cut,
        outOfTime,
        endless,
        fairness.hasLeftOut() || execution.hasLeftOut(),
        witness);
  }

  private void runSteps() {
    Workload workload = execution.workload();
    workload.reset();
    execution.start(null, "", Goroutine.Role.MAIN, workload::run, List.of(), new VectorClock());
    runNewborn();
    while (!execution.isStopped() && !cut && goOn()) {
      runNewborn();
    }
  }

  @Override
  public int depth() {
    return made.size();
  }

  @Override
  public List<Transition> transitions() {
    return transitions;
  }

  @Override
  public boolean isPreemption(Transition transition) {
    if (lastYielded || takesOn(transition)) {
      return false;
    }
    for (Transition other : transitions) {
      if (!other.isTimer() && takesOn(other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Goroutine> goroutines() {
    return execution.goroutines();
  }

  @Override
  public List<Transition> made() {
    return made;
  }

  @Override
  public @Nullable List<Move> without(Goroutine goroutine, int[] undone, int count) {
    return foresight.alternatives(goroutine, undone, count);
  }

  @Override
  public int fleetingCells() {
    return execution.fleetingCells();
  }

  @Override
  public boolean isTimeUp() {
    if (++questions % QUESTIONS_PER_LOOK == 0) {
      outOfTime |= timeUp.getAsBoolean();
    }
    return outOfTime;
  }

  private @Nullable Transition last() {
    return made.isEmpty() ? null : made.getLast();
  }

  private boolean takesOn(Transition transition) {
    Transition last = last();
    return last != null && transition.involvesAnyOf(last);
  }

  /** Makes the next step; false if there is none. */
  private boolean goOn() {
    if (isTimeUp()) {
      cut = true;
      return false;
    }
    if (made.size() < again) {
      makeAgain(path.get(made.size()));
      return true;
    }
    return choose();
  }

  /** Makes a step that is known from the last execution. */
  private void makeAgain(Path.Made known) {
    if (known.settled()) {
      enabled.settle();
    }
    Transition transition = Transition.again(execution, known.choice(), known.timer());
    if (transition == null) {
      throw new NondeterminismException(made.size());
    }
    step(transition, known);
  }

  /** Makes a step that the scheduler chooses; false if there is none. */
  private boolean choose() {
    possible = enabled.transitions(last());
    transitions = fairness.allowed(possible);
    if (transitions.isEmpty()) {
      Ending.judge(execution);
      return false;
    }
    if (made.size() >= maxSteps) {
      endless = true;
      Ending.endless(execution, "went on past the bound of " + maxSteps + " steps");
      return false;
    }
    if (vainYields > MAX_VAIN_YIELDS) {
      Ending.endless(execution, Ending.VAIN);
      return false;
    }
    if (standstill.isReached(possible)) {
      endAtStandstill();
      return false;
    }
    int index = scheduler.pick(this);
    if (index == Scheduler.CUT) {
      cut = true;
      return false;
    }
    Transition transition = transitions.get(index);
    Path.Made chosen = describe(transition);
    path.add(chosen);
    step(transition, chosen);
    return true;
  }

  private void endAtStandstill() {
    Ending.standstill(execution, standstill::isMoving);
    if (witness != null) {
      witness.shorten(standstill.stepsToShow(made));
    }
  }

  private Path.Made describe(Transition transition) {
    return new Path.Made(
        transition.choice(),
        transition.isTimer(),
        transition.isTimer() && canOtherwise(),
        isPreemption(transition),
        transition.changes(),
        enabled.isSettled(),
        Fairness.offered(possible));
  }

  private void step(Transition transition, Path.Made description) {
    Operation operation = transition.operation();
    preemptions += description.preemption() ? 1 : 0;
    earlyTimers += description.early() ? 1 : 0;
    if (description.timer()) {
      execution.advance(operation.deadline(Move.alternative(transition.key())));
    }
    execution.store().beginStep();
    made.add(transition);
    transition.execute();
    if (witness != null) {
      witness.add(transition, description.early(), description.preemption());
    }
    note(transition, description);
    resume(operation.goroutine());
    Operation partner = transition.partner();
    if (partner != null) {
      resume(partner.goroutine());
    }
    operation.afterwards();
  }

  private boolean canOtherwise() {
    for (Transition other : transitions) {
      if (!other.isTimer()) {
        return true;
      }
    }
    return false;
  }

  /** Keeps what fairness and the search for endless loops need. */
  private void note(Transition transition, Path.Made description) {
    Operation operation = transition.operation();
    boolean change = description.change();
    lastYielded = operation.yields();
    vainYields = change ? 0 : vainYields + (operation.yields() ? 1 : 0);
    fairness.made(transition, description.offered());
    standstill.made(transition, transition.makesProgress(change));
    operation.goroutine().stepped(operation, change);
    anyYielded |= operation.goroutine().hasYielded();
    Operation partner = transition.partner();
    if (partner != null) {
      partner.goroutine().stepped(partner, change);
    }
    if (anyYielded) {
      anyYielded = false;
      for (Goroutine goroutine : execution.goroutines()) {
        if (!transition.involves(goroutine)) {
          goroutine.othersStepped();
        }
        anyYielded |= goroutine.hasYielded();
      }
    }
  }

  private void runNewborn() {
    List<Goroutine> newborn = execution.newborn();
    while (!newborn.isEmpty() && !execution.isStopped()) {
      List<Goroutine> some = new ArrayList<>(newborn);
      newborn.clear();
      for (Goroutine goroutine : some) {
        goroutine.movedAt(standstill.firings());
        run(goroutine);
      }
    }
  }

  private void resume(Goroutine goroutine) {
    goroutine.resume();
    if (!execution.isStopped() && !goroutine.isDone()) {
      run(goroutine);
    }
  }

  private void run(Goroutine goroutine) {
    execution.carrier().run(goroutine.thread());
    while (isUnderway(goroutine) && execution.carrier().runReleased()) {
      // it came to a lock of the JVM's own, which is free now
    }
    Operation operation = goroutine.pending();
    if (operation != null && operation.alternatives() >= Move.MAX_ALTERNATIVES) {
      execution.uncontrolled("an operation with " + operation.alternatives() + " alternatives");
    }
    if (isUnderway(goroutine)) {
      execution.uncontrolled(
          goroutine
              + " blocked in something that is not under control"
              + Ending.at(execution.sites(goroutine.thread().getStackTrace())));
    }
  }

  /** Whether it was run and is at no operation. */
  private boolean isUnderway(Goroutine goroutine) {
    return goroutine.pending() == null && !goroutine.isDone() && !execution.isStopped();
  }
}

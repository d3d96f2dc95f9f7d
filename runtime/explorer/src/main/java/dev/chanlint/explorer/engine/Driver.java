package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one execution to its end, asking a {@link Scheduler} for each step. */
public final class Driver implements Point {

  /**
   * How many steps in a row may be yields that change nothing before that is held to go on for
   * ever.
   */
  private static final int MAX_VAIN_YIELDS = 10_000;

  private final Execution execution;
  private final Scheduler scheduler;
  private final int maxSteps;
  private final @Nullable Witness witness;

  private final Fairness fairness = new Fairness();
  private final List<Transition> made = new ArrayList<>();
  private final Foresight foresight;

  private List<Transition> possible = List.of();
  private List<Transition> transitions = List.of();
  private final LongList choices = new LongList();
  private boolean lastYielded;
  private int preemptions;
  private int earlyTimers;
  private int vainYields;
  private boolean cut;
  private boolean endless;
  private boolean anyYielded;

  /**
   * Prepares an execution.
   *
   * @param workload what to run
   * @param scheduler chooses each step
   * @param maxSteps how many steps it may have before it is held to be a livelock
   * @param traced whether to note where each operation was performed, for a witness
   */
  public Driver(Workload workload, Scheduler scheduler, int maxSteps, boolean traced) {
    this.execution = new Execution(workload, traced, scheduler.names());
    this.foresight = new Foresight(execution, made);
    this.scheduler = scheduler;
    this.maxSteps = maxSteps;
    this.witness = traced ? new Witness() : null;
  }

  /** Runs it; tells how it ended. */
  public Ended run() {
    ForeignThreads.enter();
    Workload workload = execution.workload();
    workload.reset();
    execution.start(null, "", Goroutine.Role.MAIN, workload::run, List.of(), new VectorClock());
    runNewborn();
    while (!execution.isStopped() && !cut && choose()) {
      runNewborn();
    }
    String foreign = ForeignThreads.leave();
    if (foreign != null) {
      execution.uncontrolled("runs on thread \"" + foreign + "\", which is not under control");
    }
    if (!cut && execution.limit() == null) {
      scheduler.ended(this);
    }
    execution.freezeOutput();
    return new Ended(
        execution,
        choices.toArray(),
        preemptions,
        earlyTimers,
        cut,
        endless,
        fairness.hasLeftOut() || execution.hasLeftOut(),
        witness);
  }

  @Override
  public int depth() {
    return choices.size();
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

  private @Nullable Transition last() {
    return made.isEmpty() ? null : made.getLast();
  }

  private boolean takesOn(Transition transition) {
    Transition last = last();
    return last != null && transition.involvesAnyOf(last);
  }

  /** Makes the next step; false if there is none. */
  private boolean choose() {
    possible = Enabled.transitions(execution, last());
    transitions = fairness.allowed(possible);
    if (transitions.isEmpty()) {
      Ending.judge(execution);
      return false;
    }
    if (choices.size() >= maxSteps) {
      endless = true;
      Ending.endless(execution, "went on past the bound of " + maxSteps + " steps");
      return false;
    }
    if (vainYields > MAX_VAIN_YIELDS) {
      Ending.endless(execution, "goes on without any progress");
      return false;
    }
    int index = scheduler.pick(this);
    if (index == Scheduler.CUT) {
      cut = true;
      return false;
    }
    step(transitions.get(index));
    return true;
  }

  private void step(Transition transition) {
    Operation operation = transition.operation();
    boolean preemption = isPreemption(transition);
    boolean early = transition.isTimer() && canOtherwise();
    boolean change = transition.changes();
    preemptions += preemption ? 1 : 0;
    earlyTimers += early ? 1 : 0;
    choices.add(transition.choice());
    if (transition.isTimer()) {
      execution.advance(operation.deadline(Move.alternative(transition.key())));
    }
    execution.store().beginStep();
    made.add(transition);
    transition.execute();
    if (witness != null) {
      witness.add(transition, early, preemption);
    }
    note(transition, change);
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
  private void note(Transition transition, boolean change) {
    Operation operation = transition.operation();
    lastYielded = operation.yields();
    vainYields = change ? 0 : vainYields + (operation.yields() ? 1 : 0);
    fairness.made(transition, possible);
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
      some.forEach(this::run);
    }
  }

  private void resume(Goroutine goroutine) {
    goroutine.resume();
    if (!execution.isStopped()) {
      run(goroutine);
    }
  }

  private void run(Goroutine goroutine) {
    execution.carrier().run(goroutine.thread());
    Operation operation = goroutine.pending();
    if (operation != null && operation.alternatives() >= Move.MAX_ALTERNATIVES) {
      execution.uncontrolled("an operation with " + operation.alternatives() + " alternatives");
    }
    if (goroutine.pending() == null && !goroutine.isDone() && !execution.isStopped()) {
      execution.uncontrolled(
          goroutine
              + " blocked in something that is not under control"
              + Ending.at(execution.sites(goroutine.thread().getStackTrace())));
    }
  }

  /**
   * How an execution ended, and what it takes to run it again.
   *
   * @param execution the execution
   * @param choices its steps, as {@link Transition#choice} tells them
   * @param preemptions how many steps took over from a goroutine that could go on
   * @param earlyTimers how many timers fired while something else could be done
   * @param cut whether the scheduler ended it
   * @param endless whether it was ended at the bound on steps
   * @param unfairLeftOut whether it was kept from going on and on past a goroutine that could run
   * @param witness its steps for a reader; null if it was not traced
   */
  public record Ended(
      Execution execution,
      long[] choices,
      int preemptions,
      int earlyTimers,
      boolean cut,
      boolean endless,
      boolean unfairLeftOut,
      @Nullable Witness witness) {

    /** The faults met. */
    public List<Execution.Incident> incidents() {
      return execution.incidents();
    }

    /** The kinds of the faults met. */
    public List<Fault> faults() {
      return incidents().stream().map(Execution.Incident::fault).distinct().toList();
    }

    /** What stood on standard output when main returned or the program failed. */
    public String output() {
      return execution.outputAtEnd();
    }

    /** What was outside control; null if nothing. */
    public @Nullable String limit() {
      return execution.limit();
    }
  }
}

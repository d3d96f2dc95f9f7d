package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Names;
import dev.chanlint.explorer.engine.NondeterminismException;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * Optimal dynamic partial-order reduction: runs one execution for each Mazurkiewicz trace, and none
 * in vain (Abdulla, Aronis, Jonsson, Sagonas, <i>Source Sets: A Foundation for Optimal Dynamic
 * Partial Order Reduction</i>, JACM 2017). When an execution is complete, each {@link Race} in it
 * calls for a {@link Continuation} that turns it round. That is put into the wakeup tree of the
 * state before the race, unless it begins with a move that sleeps there, for all that begins so was
 * run.
 *
 * <p>Beyond the paper, whose processes have one next step each: an operation may have alternatives,
 * may take two goroutines, and may be impossible for a while. So a race is not about a later step,
 * but about anything that some operation could have done had an earlier step not been made; and
 * operations that are pending when an execution ends take part like those performed. What could
 * have been done is told by {@link Point#without}. Where that cannot tell, it is supposed, and the
 * execution that tries it may be {@linkplain #blocked() in vain}.
 */
public final class Dpor implements Scheduler {

  private final Names names;
  private final Crew crew;
  private final List<Branch> path = new ArrayList<>();
  private final Trace trace = new Trace();
  private final RaceFinder finder = new RaceFinder(trace, this::couldMove);
  private boolean begun;

  /** Whether the crew counts it among those that have something to search. */
  private boolean searching = true;

  private int again;
  private long blocked;

  /** Makes one that searches all, unless {@linkplain #helper helpers} take part. */
  public Dpor() {
    this(new Names(), new Crew());
  }

  private Dpor(Names names, Crew crew) {
    this.names = names;
    this.crew = crew;
  }

  /**
   * One that searches, on a thread of its own, parts that the others of the crew have left.
   * Together they run the same traces, each once.
   */
  public Dpor helper() {
    Dpor helper = new Dpor(names, crew);
    helper.begun = true;
    helper.searching = false;
    return helper;
  }

  /** Ends the waiting of all that search with this one for something to search. */
  public void close() {
    crew.close();
  }

  @Override
  public Names names() {
    return names;
  }

  /** How many executions were cut because all that could still be done in them had been run. */
  public long blocked() {
    return blocked;
  }

  @Override
  public boolean next() {
    again = 0;
    if (!begun) {
      begun = true;
      return true;
    }
    if (crew.isHungry()) {
      crew.feed(path);
    }
    if (backtrack()) {
      again = path.size() - 1;
      return true;
    }
    List<Branch> given = crew.await(searching);
    searching = given != null;
    if (given != null) {
      path.addAll(given);
    }
    return searching;
  }

  /** Goes on to the last node from which there is more to search; false if there is none. */
  private boolean backtrack() {
    while (!path.isEmpty()) {
      trace.truncate(path.size() - 1);
      if (!advance()) {
        path.clear();
        trace.truncate(0);
        return false;
      }
      if (!path.isEmpty() && !path.getLast().isMade()) {
        return true;
      }
    }
    return false;
  }

  /** Takes the next branch from the last node, or else leaves that; false if others go on there. */
  private boolean advance() {
    Node node = path.getLast().node();
    if (node.isShared()) {
      return crew.advance(path);
    }
    node.complete(path.getLast());
    Branch next = node.take();
    path.removeLast();
    if (next != null) {
      path.add(next);
    }
    return true;
  }

  @Override
  public int again() {
    return again;
  }

  @Override
  public int pick(Point point) {
    List<Transition> transitions = point.transitions();
    if (point.depth() == trace.size()) {
      arrive(point);
    }
    if (point.depth() == path.size()) {
      Branch first = node(point).begin(point);
      if (first == null) {
        blocked++;
        turnRound(point);
        return CUT;
      }
      path.add(first);
    }
    Branch branch = path.get(point.depth());
    int index = branch.index();
    if (index >= transitions.size() || transitions.get(index).key() != branch.key()) {
      throw new NondeterminismException(point.depth());
    }
    if (!branch.isMade()) {
      make(branch, perform(point, transitions.get(index)));
    }
    return index;
  }

  @Override
  public void ended(Point point) {
    arrive(point);
    turnRound(point);
  }

  /** Takes note of a state; of one that was seen before, nothing is new. */
  private void arrive(Point point) {
    List<Goroutine> goroutines = point.goroutines();
    for (int i = trace.goroutines(); i < goroutines.size(); i++) {
      trace.begin(goroutines.get(i).lineage());
    }
    finder.afterLast(point);
  }

  private Node node(Point point) {
    if (path.isEmpty()) {
      return new Node(point);
    }
    Branch before = path.getLast();
    Move made = trace.last().move();
    return before.node().isShared()
        ? crew.exclusively(() -> new Node(point, before, made))
        : new Node(point, before, made);
  }

  /** Changes a node. */
  private void change(Node node, Runnable change) {
    if (node.isShared()) {
      crew.exclusively(change);
    } else {
      change.run();
    }
  }

  private void make(Branch branch, Event event) {
    branch.make();
    if (!branch.isSettled()) {
      branch.settle();
      change(branch.node(), () -> branch.node().settle(branch, event.move()));
    }
  }

  /** Appends a step, with what could have been done in its place or in that of earlier ones. */
  private Event perform(Point point, Transition transition) {
    Footprint interest = transition.interest();
    List<Race> races = finder.before(point, transition, interest);
    Event event = trace.append(transition, interest);
    event.races().addAll(races);
    for (Transition other : point.transitions()) {
      if (other != transition && other.move().sharesGoroutine(event.move())) {
        event.races().add(new Race(event, event.index() + 1, other.move()));
      }
    }
    return event;
  }

  /** Whether a goroutine could do something in the state before a step. */
  private boolean couldMove(int position, int goroutine) {
    return path.get(position).node().canMove(goroutine);
  }

  /** Sees to all races of an execution that has ended. */
  private void turnRound(Point point) {
    List<Race> pending = finder.atEnd(point);
    for (int i = 0; i < trace.size() && !point.isTimeUp(); i++) {
      trace.get(i).races().forEach(race -> turnRound(point, race));
    }
    pending.forEach(race -> turnRound(point, race));
  }

  private void turnRound(Point point, Race race) {
    if (race.isSettled(trace)) {
      return;
    }
    List<Continuation> continuations = finder.afterAll(point, race);
    if (!race.isSettledFirst()) {
      continuations.addFirst(Continuation.of(trace, race));
    }
    Event end = race.earlier();
    for (Continuation continuation : continuations) {
      add(race, continuation);
      end = continuation.end().index() > end.index() ? continuation.end() : end;
    }
    race.seenTo(end);
  }

  private void add(Race race, Continuation continuation) {
    Branch from = path.get(race.earlier().index());
    change(from.node(), () -> from.node().add(continuation, from));
  }
}

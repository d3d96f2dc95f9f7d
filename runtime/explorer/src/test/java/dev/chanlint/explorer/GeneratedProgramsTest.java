package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.explorer.model.Mutex;
import dev.chanlint.explorer.model.RWMutex;
import dev.chanlint.explorer.model.WaitGroup;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Dpor;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.engine.SelectOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The reduced searches find exactly what running all interleavings finds. */
class GeneratedProgramsTest {

  /** How many executions the unreduced search may take; larger programs are passed over. */
  private static final int LARGEST = 3_000;

  /** What a goroutine can do, to one of two objects of each kind. */
  enum Verb {
    SEND,
    RECEIVE,
    TRY_SEND,
    TRY_RECEIVE,
    SELECT_RECEIVE,
    SELECT_BOTH_WAYS,
    SELECT_DEFAULT,
    SELECT_TIMEOUT,
    CLOSE,
    LEN,
    LOCK,
    UNLOCK,
    READ_LOCK,
    WRITE_LOCK,
    DONE,
    AWAIT,
    READ,
    WRITE,
    COMPARE_AND_SET,
    SLEEP,
    CHOOSE
  }

  record Statement(Verb verb, int object) {}

  /** Goroutines with their statements, on channels of the given capacities. */
  record Source(List<List<Statement>> goroutines, List<Integer> capacities) {}

  @Provide
  Arbitrary<Source> programs() {
    Arbitrary<Statement> statements =
        Combinators.combine(Arbitraries.of(Verb.class), Arbitraries.integers().between(0, 1))
            .as(Statement::new);
    Arbitrary<List<List<Statement>>> goroutines =
        statements.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(2).ofMaxSize(3);
    Arbitrary<List<Integer>> capacities = Arbitraries.integers().between(0, 2).list().ofSize(2);
    return Combinators.combine(goroutines, capacities).as(Source::new);
  }

  @Property(tries = 100, shrinking = ShrinkingMode.FULL)
  void reducedSearchesFindWhatAllInterleavingsFind(@ForAll("programs") Source source) {
    Found all = search(source, DepthFirst.naive());
    if (all.executions < LARGEST) {
      Found traces = search(source, DepthFirst.sleepSets());
      Found reduced = search(source, new Dpor());
      assertThat(traces.ends).isEqualTo(all.ends);
      assertThat(reduced.ends).isEqualTo(all.ends);
      assertThat(reduced.executions).isLessThanOrEqualTo(traces.executions);
      if (all.ends.stream().noneMatch(end -> end.contains("PANIC")) && !hasTimers(source)) {
        // A panic ends an execution, so that what others could still have done makes no trace of
        // it. With timers, the reduction may pass over a trace that ends like another.
        assertThat(reduced.executions).isEqualTo(traces.executions);
      }
    }
  }

  /** A try that failed would have met a receive that a later send met. */
  @Example
  void aStepBeforeAMeetingIsTurnedRoundWithThePartnersArrival() {
    List<Statement> receiver =
        List.of(
            new Statement(Verb.TRY_RECEIVE, 0),
            new Statement(Verb.SLEEP, 0),
            new Statement(Verb.RECEIVE, 0));
    List<Statement> sender = List.of(new Statement(Verb.TRY_SEND, 0), new Statement(Verb.SEND, 0));
    reducedSearchesFindWhatAllInterleavingsFind(
        new Source(List.of(receiver, sender), List.of(0, 0)));
  }

  private static boolean hasTimers(Source source) {
    return source.goroutines().stream()
        .flatMap(List::stream)
        .anyMatch(s -> s.verb() == Verb.SELECT_TIMEOUT || s.verb() == Verb.SLEEP);
  }

  /** What a search found. */
  private record Found(Set<String> ends, int executions, int cut) {}

  private static Found search(Source source, Scheduler scheduler) {
    Set<String> ends = new HashSet<>();
    int executions = 0;
    int cut = 0;
    Run run = new Run(source);
    while (executions < LARGEST && scheduler.next()) {
      Driver.Ended ended = new Driver(run, scheduler, 10_000, false).run();
      if (ended.cut()) {
        cut++;
      } else {
        executions++;
        ends.add(run.logs + " " + new HashSet<>(ended.faults()));
      }
    }
    return new Found(ends, executions, cut);
  }

  /** A program being run: what each goroutine has seen. */
  private static final class Run implements Workload {

    private final Source source;
    private List<List<String>> logs = List.of();
    private List<Chan<Integer>> channels = List.of();
    private List<Mutex> mutexes = List.of();
    private List<RWMutex> rwMutexes = List.of();
    private List<WaitGroup> waitGroups = List.of();
    private final int[] variables = new int[2];

    Run(Source source) {
      this.source = source;
    }

    @Override
    public void reset() {
      logs = new ArrayList<>();
      variables[0] = 0;
      variables[1] = 0;
    }

    @Override
    public boolean isProgram() {
      return false;
    }

    @Override
    public void run() {
      channels = source.capacities.stream().map(Engine::<Integer>channel).toList();
      mutexes = List.of(new Mutex(), new Mutex());
      rwMutexes = List.of(new RWMutex(), new RWMutex());
      waitGroups = List.of(new WaitGroup(), new WaitGroup());
      waitGroups.forEach(wg -> wg.add(1));
      for (List<Statement> statements : source.goroutines) {
        List<String> log = new ArrayList<>();
        int number = logs.size();
        logs.add(log);
        Engine.go(null, () -> statements.forEach(s -> log.add(perform(s, number))));
      }
    }

    private String perform(Statement statement, int value) {
      Chan<Integer> channel = channels.get(statement.object);
      Chan<Integer> other = channels.get(1 - statement.object);
      return switch (statement.verb) {
        case SEND -> said(() -> channel.send(value));
        case RECEIVE -> "" + channel.receive();
        case TRY_SEND -> "" + channel.trySend(value);
        case TRY_RECEIVE -> "" + channel.tryReceive();
        case SELECT_RECEIVE -> select(false, new Offer(channel), new Offer(other));
        case SELECT_BOTH_WAYS -> select(false, new Offer(channel, value), new Offer(other));
        case SELECT_DEFAULT -> select(true, new Offer(channel), new Offer(other, value));
        case SELECT_TIMEOUT ->
            "" + Engine.select(new SelectOp[] {new Offer(channel)}, false, 1_000_000);
        case CLOSE -> said(channel::close);
        case LEN -> "" + channel.len();
        case LOCK -> said(mutexes.get(statement.object)::lock);
        case UNLOCK -> said(mutexes.get(statement.object)::unlock);
        case READ_LOCK -> said(rwMutexes.get(statement.object)::rLock);
        case WRITE_LOCK -> said(rwMutexes.get(statement.object)::lock);
        case DONE -> said(waitGroups.get(statement.object)::done);
        case AWAIT -> said(waitGroups.get(statement.object)::await);
        case READ -> read(statement.object);
        case WRITE -> write(statement.object, value + 1);
        case COMPARE_AND_SET -> compareAndSet(statement.object, value + 1);
        case SLEEP -> said(() -> Engine.sleep(1_000_000));
        case CHOOSE -> "" + Execution.require().choose("choice", 2);
      };
    }

    private static String said(Runnable action) {
      action.run();
      return "done";
    }

    private static String select(boolean hasDefault, SelectOp... ops) {
      return Engine.select(ops, hasDefault, Engine.NO_TIMEOUT).toString();
    }

    private SharedVariable variable(int index) {
      return SharedVariable.of(this, index);
    }

    private String read(int index) {
      variable(index).read();
      return "" + variables[index];
    }

    private String write(int index, int value) {
      variable(index).write();
      variables[index] = value;
      return "done";
    }

    private String compareAndSet(int index, int value) {
      variable(index).compareAndSet(() -> variables[index] == 0);
      if (variables[index] != 0) {
        return "lost";
      }
      variables[index] = value;
      return "won";
    }
  }

  /** A case of a select. */
  private static final class Offer extends SelectOp {
    Offer(SendChan<Integer> channel, int value) {
      super(channel, value);
    }

    Offer(ReceiveChan<Integer> channel) {
      super(channel);
    }
  }
}

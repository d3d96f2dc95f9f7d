package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.GeneratedProgram.Statement;
import dev.chanlint.explorer.GeneratedProgram.Verb;
import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Dpor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * The reduced search is complete and optimal: it finds what running all interleavings finds, and
 * runs each of the traces that those are linearisations of once, and nothing else.
 */
class GeneratedProgramsTest {

  /**
   * How many executions a search that is less reduced may take; larger programs are passed over.
   */
  private static final int LARGEST = 1_500;

  /** How many the one by sleep sets may, most of them in vain, for a program of more goroutines. */
  private static final int LARGEST_WIDE = 10_000;

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return GeneratedProgram.upTo(3, 3);
  }

  @Property(tries = 50, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsCompleteAndOptimal(@ForAll("programs") GeneratedProgram program) {
    assertCompleteAndOptimal(program);
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void isCompleteAndOptimal(@ForAll("programs") GeneratedProgram program) {
    assertCompleteAndOptimal(program);
  }

  @Provide
  Arbitrary<GeneratedProgram> widePrograms() {
    return GeneratedProgram.upTo(6, 3);
  }

  @Provide
  Arbitrary<GeneratedProgram> wideProgramsOfVariables() {
    return GeneratedProgram.upTo(6, 3, Verb.READ, Verb.READ, Verb.WRITE);
  }

  @Property(tries = 8, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleOfMoreGoroutinesIsCompleteAndOptimal(
      @ForAll("widePrograms") GeneratedProgram program,
      @ForAll("wideProgramsOfVariables") GeneratedProgram variables) {
    assertFindsWhatSleepSetsFind(program);
    assertRunsWhatSleepSetsRun(variables);
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void withMoreGoroutinesIsComplete(@ForAll("widePrograms") GeneratedProgram program) {
    assertFindsWhatSleepSetsFind(program);
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void withMoreGoroutinesRunsEachTraceOnce(
      @ForAll("wideProgramsOfVariables") GeneratedProgram program) {
    assertRunsWhatSleepSetsRun(program);
  }

  /**
   * Where in a wakeup tree a race belongs, turned round, depends on all that was done beside it.
   */
  @Example
  void aRaceIsTurnedRoundAgainWhenOtherThingsAreDoneBesideIt() {
    Statement read = new Statement(Verb.READ, 0);
    Statement write = new Statement(Verb.WRITE, 0);
    Statement readOther = new Statement(Verb.READ, 1);
    Statement writeOther = new Statement(Verb.WRITE, 1);
    List<List<Statement>> goroutines =
        List.of(
            List.of(readOther, read),
            List.of(readOther, writeOther),
            List.of(read, write),
            List.of(readOther),
            List.of(read),
            List.of(readOther));
    assertRunsWhatSleepSetsRun(new GeneratedProgram(goroutines, List.of(0, 0)));
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
    assertCompleteAndOptimal(new GeneratedProgram(List.of(receiver, sender), List.of(0, 0)));
  }

  /**
   * Before the close there was no room, and after it there is none needed: a send that fails has
   * yet to be tried in place of the one that took the room.
   */
  @Example
  void aSendThatFailsIsTurnedRoundWithTheOneThatFilledTheBuffer() {
    Statement send = new Statement(Verb.SEND, 0);
    List<Statement> closer = List.of(send, new Statement(Verb.CLOSE, 0));
    assertCompleteAndOptimal(new GeneratedProgram(List.of(closer, List.of(send)), List.of(1, 0)));
  }

  /**
   * That no case is ready takes a receive that was made after the select, and one not to be made
   * that was made before it.
   */
  @Example
  void aDefaultIsTakenThatTwoOtherGoroutinesDecide() {
    List<Statement> decider =
        List.of(
            new Statement(Verb.SEND, 0),
            new Statement(Verb.SEND, 1),
            new Statement(Verb.SELECT_DEFAULT, 0));
    assertCompleteAndOptimal(
        new GeneratedProgram(
            List.of(
                List.of(new Statement(Verb.RECEIVE, 0)),
                List.of(new Statement(Verb.SELECT_RECEIVE, 0)),
                decider),
            List.of(1, 1)));
  }

  /** By then the channel's buffer has moved on by one slot. */
  @Example
  void aSelectTakesWhatIsSentAfterItCouldHaveTakenAnother() {
    List<Statement> mover = List.of(new Statement(Verb.RECEIVE, 0), new Statement(Verb.SEND, 0));
    assertCompleteAndOptimal(
        new GeneratedProgram(
            List.of(
                List.of(new Statement(Verb.SEND, 0)),
                List.of(new Statement(Verb.SELECT_BOTH_WAYS, 1)),
                mover),
            List.of(2, 1)));
  }

  /**
   * Which of two counts up is the one from zero, which races with the wait, their order decides.
   */
  @Example
  void ofTwoThatCountUpEitherIsTheOneFromZero() {
    Statement add = new Statement(Verb.ADD, 1);
    assertCompleteAndOptimal(
        new GeneratedProgram(
            List.of(
                List.of(new Statement(Verb.DONE, 1), add),
                List.of(new Statement(Verb.AWAIT, 1), add)),
            List.of(1, 0)));
  }

  /** What was first looked at after a state is not touched by a choice, whatever its number. */
  @Example
  void aChoiceCommutesWithWhatTouchesSomethingNew() {
    Statement send = new Statement(Verb.SEND, 0);
    assertCompleteAndOptimal(
        new GeneratedProgram(
            List.of(
                List.of(new Statement(Verb.CHOOSE, 0), send),
                List.of(new Statement(Verb.SPAWN, 0), send)),
            List.of(0, 0)));
  }

  /** Looking whether there is something to receive depends on what a select might have sent. */
  @Example
  void aSelectSendsAfterSomebodyLookedInVain() {
    List<Statement> sender =
        List.of(new Statement(Verb.SEND, 0), new Statement(Verb.SELECT_BOTH_WAYS, 1));
    List<Statement> receiver = List.of(new Statement(Verb.TRY_RECEIVE, 1));
    assertCompleteAndOptimal(new GeneratedProgram(List.of(sender, receiver), List.of(1, 1)));
  }

  /** The send that fails would not have, had the receive made room and the close come later. */
  @Example
  void aSendThatFailsIsTurnedRoundWithTheReceiveThatMakesRoom() {
    List<Statement> send = List.of(new Statement(Verb.SEND, 1));
    assertFindsWhatSleepSetsFind(
        new GeneratedProgram(
            List.of(
                send,
                send,
                List.of(new Statement(Verb.CLOSE, 1)),
                List.of(new Statement(Verb.SELECT_RECEIVE, 0))),
            List.of(0, 1)));
  }

  /** A send that fails does not conflict with a look at the length; the one in its place would. */
  @Example
  void whatIsDoneLaterAlsoComesBeforeWhatIsTurnedRound() {
    assertFindsWhatSleepSetsFind(
        new GeneratedProgram(
            List.of(
                List.of(new Statement(Verb.CLOSE, 1)),
                List.of(new Statement(Verb.SEND, 1)),
                List.of(new Statement(Verb.LEN, 1))),
            List.of(0, 1)));
  }

  /** When it could only send, it did; what the other has sent since, it could have received. */
  @Example
  void aSelectTakesWhatWasMadePossibleAfterIt() {
    assertCompleteAndOptimal(
        new GeneratedProgram(
            List.of(
                List.of(new Statement(Verb.SELECT_BOTH_WAYS, 1)),
                List.of(new Statement(Verb.SEND, 0))),
            List.of(1, 1)));
  }

  /** Two that count down commute, though only the second of them reaches zero. */
  @Example
  void whoReachesZeroComesAfterNobodyWhoCountsDown() {
    Statement done = new Statement(Verb.DONE, 1);
    assertCompleteAndOptimal(
        new GeneratedProgram(
            List.of(
                List.of(done, new Statement(Verb.SELECT_DEFAULT, 0)),
                List.of(new Statement(Verb.ADD, 1), new Statement(Verb.SEND, 1), done)),
            List.of(0, 1)));
  }

  /** Two can count down, and the third fails: 13 traces, by definition, of 4,566 interleavings. */
  @Example
  void ofThreeThatCountDownAnyFails() {
    Statement done = new Statement(Verb.DONE, 1);
    GeneratedProgram program =
        new GeneratedProgram(
            List.of(List.of(new Statement(Verb.ADD, 1), done), List.of(done), List.of(done)),
            List.of(0, 1));
    Set<String> ends = search(program, DepthFirst.sleepSets(), LARGEST_WIDE).ends;
    assertThat(search(program, new Dpor(), LARGEST_WIDE)).isEqualTo(new Found(ends, 13, 13));
  }

  /** It ends the program before the receive. */
  @Example
  void aSendThatFailsIsTurnedRoundWithTheReceiveBeforeIt() {
    List<Statement> send = List.of(new Statement(Verb.SEND, 1));
    List<Statement> closer = List.of(new Statement(Verb.CLOSE, 1), new Statement(Verb.RECEIVE, 1));
    assertFindsWhatSleepSetsFind(new GeneratedProgram(List.of(send, send, closer), List.of(0, 2)));
  }

  private static void assertCompleteAndOptimal(GeneratedProgram program) {
    TraceCount interleavings = new TraceCount(DepthFirst.naive());
    Found all = search(program, interleavings, LARGEST);
    if (all.begun < LARGEST) {
      Dpor dpor = new Dpor();
      Found reduced = search(program, dpor, LARGEST);
      assertThat(reduced.ends).isEqualTo(all.ends);
      if (!yields(program)) {
        // A goroutine that yields in vain goes on after any step of another: no order of two steps.
        assertThat(reduced.executions).isEqualTo(interleavings.traces());
        assertThat(dpor.blocked()).isZero();
        assertSharedSearchFindsTheSame(program, reduced);
      }
      assertThat(search(program, DepthFirst.sleepSets(), LARGEST).ends).isEqualTo(all.ends);
    }
  }

  /** Sleep sets alone leave out no trace either, but begin many executions in vain. */
  private static void assertFindsWhatSleepSetsFind(GeneratedProgram program) {
    Found all = search(program, DepthFirst.sleepSets(), LARGEST_WIDE);
    if (all.begun < LARGEST_WIDE) {
      assertThat(search(program, new Dpor(), LARGEST_WIDE).ends).isEqualTo(all.ends);
    }
  }

  /** They run each trace once, where an operation is interested in what it does and no more. */
  private static void assertRunsWhatSleepSetsRun(GeneratedProgram program) {
    Found all = search(program, DepthFirst.sleepSets(), LARGEST_WIDE);
    if (all.begun < LARGEST_WIDE) {
      assertThat(search(program, new Dpor(), LARGEST_WIDE))
          .isEqualTo(new Found(all.ends, all.executions, all.executions));
      assertSharedSearchFindsTheSame(program, all);
    }
  }

  private static void assertSharedSearchFindsTheSame(GeneratedProgram program, Found alone) {
    Set<String> ends = ConcurrentHashMap.newKeySet();
    Count count =
        Count.shared(
            3, () -> new GeneratedProgram.Run(program), (run, ended) -> ends.add(end(run, ended)));
    assertThat(count).isEqualTo(new Count(alone.executions, 0));
    assertThat(ends).isEqualTo(alone.ends);
  }

  private static String end(GeneratedProgram.Run run, Driver.Ended ended) {
    return run.seen() + " " + new HashSet<>(ended.faults());
  }

  private static boolean yields(GeneratedProgram program) {
    return program.goroutines().stream()
        .flatMap(List::stream)
        .anyMatch(statement -> statement.verb() == Verb.YIELD);
  }

  /**
   * What a search found.
   *
   * @param begun executions, those in vain included
   */
  private record Found(Set<String> ends, int executions, int begun) {}

  private static Found search(GeneratedProgram program, Scheduler scheduler, int largest) {
    Set<String> ends = new HashSet<>();
    int executions = 0;
    int begun = 0;
    GeneratedProgram.Run run = new GeneratedProgram.Run(program);
    Driver driver = new Driver(run, scheduler, 10_000, false, () -> false);
    while (begun < largest && scheduler.next()) {
      Driver.Ended ended = driver.run();
      begun++;
      if (!ended.cut()) {
        executions++;
        ends.add(end(run, ended));
      }
    }
    return new Found(ends, executions, begun);
  }
}

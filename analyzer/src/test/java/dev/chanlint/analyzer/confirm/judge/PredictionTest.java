package dev.chanlint.analyzer.confirm.judge;

import static dev.chanlint.analyzer.confirm.Fixtures.at;
import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.done;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.finding;
import static dev.chanlint.analyzer.confirm.Fixtures.program;
import static dev.chanlint.analyzer.confirm.Fixtures.related;
import static dev.chanlint.analyzer.confirm.Fixtures.site;
import static dev.chanlint.analyzer.confirm.Fixtures.spawned;
import static dev.chanlint.analyzer.confirm.Fixtures.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Step;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What confirms what: each clause of {@link Prediction}, and what comes close to it and does not.
 */
class PredictionTest {

  private static Prediction leak(Finding finding) {
    return prediction(finding, Category.LEAK, Fault.LEAK, Fault.DEADLOCK);
  }

  private static Prediction prediction(Finding finding, Category category, Fault... confirmedBy) {
    return new Prediction(finding, category, Set.of(confirmedBy), SourceMap.of(program()));
  }

  @Test
  void aFaultThatTheRuleDoesNotNameConfirmsNothing() {
    Failure abandoned =
        failure(dev.chanlint.explorer.Fault.ABANDONED, List.of(blocked(2, "chan send", 10)));

    assertThat(leak(finding("leak-send", 10)).isFulfilledBy(abandoned)).isFalse();
  }

  @Nested
  class Blocked {

    private static final dev.chanlint.explorer.Fault LEAK = dev.chanlint.explorer.Fault.LEAK;
    private static final dev.chanlint.explorer.Fault DEADLOCK =
        dev.chanlint.explorer.Fault.DEADLOCK;

    @Test
    void atThePrimarySite() {
      Failure leaked = failure(LEAK, List.of(done(1), blocked(2, "chan send", 10)));

      assertThat(leak(finding("leak-send", 10)).isFulfilledBy(leaked)).isTrue();
    }

    @Test
    void onAnotherLine() {
      Failure leaked = failure(LEAK, List.of(done(1), blocked(2, "chan send", 11)));

      assertThat(leak(finding("leak-send", 10)).isFulfilledBy(leaked)).isFalse();
    }

    @Test
    void onTheSameLineOfAnotherFile() {
      GoroutineReport elsewhere =
          new GoroutineReport(
              2,
              "",
              "chan send",
              "",
              List.of(new dev.chanlint.explorer.Site("app.Other", "main", "Other.java", 10)),
              List.of());

      assertThat(leak(finding("leak-send", 10)).isFulfilledBy(failure(LEAK, List.of(elsewhere))))
          .isFalse();
    }

    @Test
    void inACallFromThePrimarySite() {
      GoroutineReport within =
          new GoroutineReport(2, "", "chan send", "", List.of(site(40), site(10)), List.of());

      assertThat(leak(finding("leak-send", 10)).isFulfilledBy(failure(LEAK, List.of(within))))
          .isTrue();
    }

    @Test
    void inAGoroutineThatThePrimarySiteStarted() {
      Failure leaked = failure(LEAK, List.of(spawned(2, "chan receive", 40, 10)));

      assertThat(leak(finding("leak-endless", 10)).isFulfilledBy(leaked)).isTrue();
    }

    @Test
    void wherePeersOfTheFindingAreIsNotEnoughForALeak() {
      Failure leaked =
          failure(
              LEAK,
              List.of(done(1), blocked(2, "chan receive", 20)),
              step(1, "send", 10),
              step(2, "receive", 20));

      assertThat(leak(finding("leak-send", 10, related(20))).isFulfilledBy(leaked)).isFalse();
    }

    @Test
    void atARelatedSiteAfterTheMistakeOfADeadlockRule() {
      Finding finding = finding("deadlock-missing-unlock", 10, related(20));
      Failure leaked = failure(LEAK, List.of(blocked(2, "x", 20)), step(1, "lock", 10));

      assertThat(
              prediction(finding, Category.DEADLOCK, Fault.LEAK, Fault.DEADLOCK)
                  .isFulfilledBy(leaked))
          .isTrue();
    }

    @Test
    void atARelatedSiteWithoutTheMistakeHavingHappened() {
      Finding finding = finding("deadlock-missing-unlock", 10, related(20));
      Failure leaked = failure(LEAK, List.of(blocked(2, "x", 20)), step(1, "lock", 30));

      assertThat(prediction(finding, Category.DEADLOCK, Fault.LEAK).isFulfilledBy(leaked))
          .isFalse();
    }

    @Test
    void onTheObjectOfTheMistake() {
      Finding finding = finding("deadlock-waitgroup", 10);
      Failure deadlock =
          failure(DEADLOCK, List.of(blocked(1, "sync.WaitGroup.Wait", 30)), step(1, "add", 10));

      assertThat(prediction(finding, Category.DEADLOCK, Fault.DEADLOCK).isFulfilledBy(deadlock))
          .isTrue();
    }

    @Test
    void onAnotherObject() {
      Finding finding = finding("deadlock-waitgroup", 10);
      Step other = new Step(1, 0, "add", "WaitGroup at 99", "", List.of(site(10)), false, false);
      Failure deadlock = failure(DEADLOCK, List.of(blocked(1, "sync.WaitGroup.Wait", 30)), other);

      assertThat(prediction(finding, Category.DEADLOCK, Fault.DEADLOCK).isFulfilledBy(deadlock))
          .isFalse();
    }

    @Test
    void inAnotherKindOfOperation() {
      Failure leaked = failure(LEAK, List.of(blocked(2, "chan receive", 10)));

      assertThat(leak(finding("leak-send", 10)).isFulfilledBy(leaked)).isFalse();
    }

    @Test
    void onAnObjectThatIsMadeElsewhere() {
      Finding finding =
          finding("leak-send", 10, new Finding.Related(at(7), "channel 'a' is made here"));
      Failure leaked = failure(LEAK, List.of(blocked(2, "chan send", 10)));

      assertThat(leak(finding).isFulfilledBy(leaked)).isFalse();
    }

    @Test
    void onTheObjectThatTheFindingNames() {
      Finding finding =
          finding("leak-send", 10, new Finding.Related(at(3), "channel 'a' is made here"));
      Failure leaked = failure(LEAK, List.of(blocked(2, "chan send", 10)));

      assertThat(leak(finding).isFulfilledBy(leaked)).isTrue();
    }

    /** An object may be built of others, which are made elsewhere. */
    @Test
    void onAPartOfTheObjectThatTheFindingNames() {
      Finding finding =
          finding("deadlock-self-join", 10, new Finding.Related(at(7), "ErrGroup is made here"));
      Failure deadlock = failure(DEADLOCK, List.of(blocked(2, "chan send", 10)));

      assertThat(prediction(finding, Category.DEADLOCK, Fault.DEADLOCK).isFulfilledBy(deadlock))
          .isTrue();
    }

    /** It waits there as well, but whether for good another failure says. */
    @Test
    void byAGoroutineThatTheFailureDoesNotName() {
      Failure leaked =
          failure(
              LEAK,
              "goes on without any progress",
              List.of(site(40)),
              List.of(blocked(2, "running", 40), blocked(3, "chan send", 10)));

      assertThat(leak(finding("leak-send", 10)).isFulfilledBy(leaked)).isFalse();
    }

    @Test
    void inALoopThatPassedTheBoundOnSteps() {
      Failure leaked =
          failure(
              LEAK,
              "goroutine 2 [running] went on past the bound of 100000 steps",
              List.of(site(10)),
              List.of(blocked(2, "running", 10)));

      assertThat(leak(finding("leak-endless", 10)).isFulfilledBy(leaked)).isFalse();
    }

    @Test
    void oneThatHasEndedIsNot() {
      GoroutineReport ended =
          new GoroutineReport(2, "", "done", "", List.of(site(10)), List.of(site(10)));

      assertThat(
              leak(finding("leak-send", 10))
                  .isFulfilledBy(failure(LEAK, List.of(ended, blocked(3, "chan send", 30)))))
          .isFalse();
    }
  }

  @Nested
  class Abandoned {

    private static final dev.chanlint.explorer.Fault ABANDONED =
        dev.chanlint.explorer.Fault.ABANDONED;

    private static Prediction outlives(Finding finding) {
      return prediction(finding, Category.LEAK, Fault.ABANDONED);
    }

    private static Failure startedAt(int line) {
      return failure(ABANDONED, "still ran", List.of(site(line)), List.of(done(1), done(2)));
    }

    @Test
    void startedAtThePrimarySite() {
      assertThat(outlives(finding("leak-outlives-scope", 10)).isFulfilledBy(startedAt(10)))
          .isTrue();
    }

    @Test
    void startedAtASpawnSite() {
      Finding finding =
          new Finding(
              "leak-outlives-scope", "", at(40), "Jobs.main", List.of(), List.of(at(10)), "");

      assertThat(outlives(finding).isFulfilledBy(startedAt(10))).isTrue();
    }

    @Test
    void startedElsewhere() {
      assertThat(outlives(finding("leak-outlives-scope", 10)).isFulfilledBy(startedAt(11)))
          .isFalse();
    }
  }

  @Nested
  class Livelock {

    private static final dev.chanlint.explorer.Fault LIVELOCK =
        dev.chanlint.explorer.Fault.LIVELOCK;

    private static Prediction endless(Finding finding) {
      return prediction(finding, Category.LEAK, Fault.LIVELOCK);
    }

    @Test
    void atThePrimarySite() {
      Failure livelock = failure(LIVELOCK, List.of(spawned(2, "running", 10, 5)));

      assertThat(endless(finding("leak-endless", 10)).isFulfilledBy(livelock)).isTrue();
    }

    @Test
    void inTheGoroutineThatItStarts() {
      Failure livelock = failure(LIVELOCK, List.of(spawned(2, "running", 40, 10)));

      assertThat(endless(finding("leak-endless", 10)).isFulfilledBy(livelock)).isTrue();
    }

    @Test
    void ofAnotherGoroutine() {
      Failure livelock =
          failure(
              LIVELOCK,
              "spins",
              List.of(site(40)),
              List.of(spawned(2, "running", 40, 39), spawned(3, "chan send", 10, 9)));

      assertThat(endless(finding("leak-endless", 10)).isFulfilledBy(livelock)).isFalse();
    }
  }

  @Nested
  class Race {

    private static Failure race(int one, int other) {
      return failure(
          dev.chanlint.explorer.Fault.RACE,
          "unordered",
          List.of(site(one), site(other)),
          List.of(done(1)));
    }

    private static Prediction unguarded(Finding finding) {
      return prediction(finding, Category.RACE, Fault.RACE);
    }

    @Test
    void withAnAccessAtThePrimarySite() {
      assertThat(unguarded(finding("race-unguarded", 10)).isFulfilledBy(race(30, 10))).isTrue();
    }

    private static Finding about(String variable) {
      return new Finding(
          "race-unguarded", "", at(10), "Jobs.main", List.of(), List.of(), variable + " in f");
    }

    private static Failure on(String accessed) {
      return failure(
          dev.chanlint.explorer.Fault.RACE,
          "data race on " + accessed + ": write by goroutine 1 at x, read by goroutine 2 at y",
          List.of(site(10), site(30)),
          List.of(done(1)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "field 'count'        | Jobs.count        | true",
          "field 'count'        | Jobs.total        | false",
          "field 'count'        | a collection      | false",
          "static field 'count' | Jobs.count        | true",
          "collection 'names'   | a collection      | true",
          "collection 'names'   | Jobs.names        | false",
          "an element of 'rows' | an element of int[] | true",
          "an element of 'rows' | Jobs.rows         | false",
        })
    void onTheVariableOfTheFinding(String variable, String accessed, boolean fulfilled) {
      assertThat(unguarded(about(variable)).isFulfilledBy(on(accessed))).isEqualTo(fulfilled);
    }

    @Test
    void withBothAccessesAtRelatedSites() {
      Finding finding = finding("race-unguarded", 10, related(20), related(30));

      assertThat(unguarded(finding).isFulfilledBy(race(20, 30))).isTrue();
    }

    @Test
    void withOneAccessAtARelatedSite() {
      Finding finding = finding("race-unguarded", 10, related(20));

      assertThat(unguarded(finding).isFulfilledBy(race(20, 30))).isFalse();
    }
  }

  @Nested
  class Panic {

    private static Failure panic(String message, int line, Step... witness) {
      return failure(
          dev.chanlint.explorer.Fault.PANIC, message, List.of(site(line)), List.of(), witness);
    }

    private static Prediction close(Finding finding) {
      return prediction(finding, Category.CLOSE, Fault.PANIC);
    }

    @Test
    void thrownAtThePrimarySite() {
      assertThat(
              close(finding("close-before-send", 10))
                  .isFulfilledBy(panic("send on closed channel", 10)))
          .isTrue();
    }

    @Test
    void thrownAtARelatedSiteAfterThePrimaryOne() {
      assertThat(
              close(finding("close-by-consumer", 10, related(20)))
                  .isFulfilledBy(panic("send on closed channel", 20, step(1, "close", 10))))
          .isTrue();
    }

    @Test
    void thrownAtARelatedSiteWithoutThePrimaryOne() {
      assertThat(
              close(finding("close-by-consumer", 10, related(20)))
                  .isFulfilledBy(panic("send on closed channel", 20, step(1, "close", 30))))
          .isFalse();
    }

    @Test
    void byAnOperationOnItsObjectThatAReferenceMade() {
      Finding finding = finding("misuse-waitgroup", 10, new Finding.Related(at(3), "made here"));
      Prediction negative = prediction(finding, Category.MISUSE, Fault.PANIC);
      String message = "sync: negative WaitGroup counter";

      assertThat(negative.isFulfilledBy(panic(message, 40, step(2, "done", 40)))).isTrue();
      assertThat(negative.isFulfilledBy(panic(message, 40, step(2, "done", 41)))).isFalse();
      assertThat(negative.isFulfilledBy(panic("/ by zero", 40, step(2, "done", 40)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "close-twice            | close of closed channel                | true",
          "close-twice            | send on closed channel                 | false",
          "close-nil              | close of nil channel                   | true",
          "close-before-send      | close of closed channel                | false",
          "misuse-unlock-not-held | sync: unlock of unlocked mutex         | true",
          "misuse-unlock-not-held | / by zero                              | false",
          "misuse-waitgroup       | sync: negative WaitGroup counter       | true",
          "misuse-waitgroup       | send on closed channel                 | false",
          "misuse-ignored-close   | java.lang.NullPointerException: x      | true",
          "misuse-ignored-close   | java.lang.ClassCastException: x        | false",
          "order-use-after-teardown | anything at all                      | true",
        })
    void ofTheWordsOfTheRule(String rule, String message, boolean fulfilled) {
      assertThat(
              prediction(finding(rule, 10), Category.MISUSE, Fault.PANIC)
                  .isFulfilledBy(panic(message, 10)))
          .isEqualTo(fulfilled);
    }

    @Test
    void ofAnotherKindDoesNotConfirmARuleAboutClose() {
      assertThat(close(finding("close-before-send", 10)).isFulfilledBy(panic("/ by zero", 10)))
          .isFalse();
    }
  }
}

package dev.chanlint.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.conformance.differential.Outcome.End;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which outcomes seen are those of an execution. */
final class OutcomeTest {

  private static final End RETURNED = new End.Returned();
  private static final End PANICKED = new End.Panicked(1, "trouble");
  private static final End DEADLOCKED = new End.Deadlocked(new TreeMap<>(Map.of(0, "select")));

  @Test
  void othersMayHaveToldLessThanTheOneThatEndsTheProgram() {
    assertThat(isSeenOf(RETURNED, "a b ", "c ", RETURNED, "a b ", "c d ")).isTrue();
    assertThat(isSeenOf(PANICKED, "a ", "c d ", PANICKED, "a b ", "c d ")).isTrue();
  }

  @Test
  void theOneThatEndsTheProgramHasToldAll() {
    assertThat(isSeenOf(RETURNED, "a ", "c d ", RETURNED, "a b ", "c d ")).isFalse();
    assertThat(isSeenOf(PANICKED, "a b ", "c ", PANICKED, "a b ", "c d ")).isFalse();
    assertThat(isSeenOf(DEADLOCKED, "a b ", "c ", DEADLOCKED, "a b ", "c d ")).isFalse();
  }

  @Test
  void nobodyHasSeenAnythingElse() {
    assertThat(isSeenOf(RETURNED, "a ", "d ", RETURNED, "a ", "c d ")).isFalse();
    assertThat(isSeenOf(RETURNED, "a ", "c e ", RETURNED, "a ", "c ")).isFalse();
  }

  @Test
  void endsAreTheSame() {
    assertThat(isSeenOf(DEADLOCKED, "a ", "b ", DEADLOCKED, "a ", "b ")).isTrue();
    assertThat(isSeenOf(DEADLOCKED, "a ", "b ", RETURNED, "a ", "b ")).isFalse();
    assertThat(isSeenOf(PANICKED, "a ", "b ", new End.Panicked(1, "other"), "a ", "b ")).isFalse();
  }

  @Test
  void noEndIsThatOfNoExecution() {
    assertThat(isSeenOf(new End.Endless(), "", "", new End.Endless(), "", "")).isFalse();
  }

  @Test
  void onlyAnRUnlockTooManyMayGoUnnoticed() {
    Outcome listed = panickedOf("sync: RUnlock of unlocked RWMutex", "b ");
    assertThat(new Outcome(RETURNED, List.of("a ", "b c ")).goesOnAfterMisuse(listed)).isTrue();
    assertThat(new Outcome(RETURNED, List.of("a ", "b ")).goesOnAfterMisuse(listed)).isFalse();
    assertThat(new Outcome(RETURNED, List.of("a ", "c ")).goesOnAfterMisuse(listed)).isFalse();
    assertThat(
            new Outcome(RETURNED, List.of("a ", "b c "))
                .goesOnAfterMisuse(panickedOf("sync: unlock of unlocked mutex", "b ")))
        .isFalse();
  }

  private static Outcome panickedOf(String message, String trace) {
    return new Outcome(new End.Panicked(1, message), List.of("a ", trace));
  }

  private static boolean isSeenOf(
      End seenEnd, String seenMain, String seenOther, End end, String main, String other) {
    return new Outcome(seenEnd, List.of(seenMain, seenOther))
        .isSeenOf(new Outcome(end, List.of(main, other)));
  }
}

package dev.chanlint.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is seen of a process from outside. */
@Timeout(120)
final class ProcessTest {

  private static final String TRACE = "-Dchanlint.trace=true";
  private static final String MADE_AT =
      "dev.chanlint.observability.Programs.handsOver(Programs.java:#)";

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void printsItsGoroutinesAtASignalAndGoesOn() throws Exception {
    try (JavaProcess java = JavaProcess.start("waits", TRACE)) {
      assertThat(java.readLine()).isEqualTo("ready");
      for (int i = 0; i < 2; i++) {
        java.signal("USR1");
        java.readErrorsUpTo("SIGUSR1: 3 goroutines");
        String main = java.readErrorsUpTo("goroutine 2");
        assertThat(main)
            .startsWith("\ngoroutine 1 [runnable]:\n")
            .contains("Programs.waits(Programs.java:")
            .containsPattern("goroutine 2 \"receiver\" \\[chan receive, \\d+ m?s]:\n$");
        String receiver = java.readErrorsUpTo("goroutine 3");
        assertThat(receiver)
            .containsOnlyOnce("\tchan made at dev.chanlint.observability.Programs.waits(")
            .containsPattern("goroutine 3 \"selector\" \\[select, \\d+ m?s]:\n$");
        String selector = java.readErrorsUpTo("chan made at");
        assertThat(selector).contains("Programs.java:");
        assertThat(java.readErrorsUpTo("chan made at")).doesNotContain("goroutine");
      }
      assertThat(java.finish()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theSignalIsTheOneThatIsAskedFor() throws Exception {
    try (JavaProcess java = JavaProcess.start("waits", "-Dchanlint.dumpSignal=WINCH")) {
      assertThat(java.readLine()).isEqualTo("ready");
      java.signal("WINCH");
      assertThat(java.readErrorsUpTo("goroutine 3")).contains("SIGWINCH: 3 goroutines\n");
      assertThat(java.finish()).isEmpty();
    }
  }

  @Test
  void asksForASignalThatIsNotThere() throws Exception {
    try (JavaProcess java = JavaProcess.start("base", "-Dchanlint.dumpSignal=NONSENSE")) {
      assertThat(java.readErrorsUpTo("NONSENSE"))
          .isEqualTo("chanlint.dumpSignal: Unknown signal: NONSENSE\n");
    }
  }

  @Test
  void worksWithTheModuleJavaBaseAlone() throws Exception {
    try (JavaProcess java = JavaProcess.start("base", "--limit-modules", "java.base")) {
      assertThat(java.finish())
          .containsExactly(
              "sent",
              "goroutine 1 [running]:",
              "deadlock",
              "no leaks: without the module jdk.management: no heap dump");
    }
  }

  @Test
  void aRecordingHoldsTheEventsOfAProgram() throws Exception {
    try (JavaProcess java = JavaProcess.start("records", TRACE)) {
      List<String> events = java.finish();
      String about = " name=sender";
      assertThat(events)
          .containsExactlyInAnyOrder(
              "GoroutineStart goroutine=1",
              "GoroutineStart goroutine=2" + about,
              "GoroutineBlock goroutine=1 state=chan receive channels=1 madeAt=" + MADE_AT,
              "GoroutineUnblock goroutine=1 state=chan receive channels=1 madeAt="
                  + MADE_AT
                  + " lasted",
              "ChannelClose channel=1 madeAt=" + MADE_AT,
              "GoroutineEnd goroutine=2" + about,
              "GoroutineEnd goroutine=1")
          .startsWith("GoroutineStart goroutine=1", "GoroutineStart goroutine=2" + about)
          .containsSubsequence(
              "ChannelClose channel=1 madeAt=" + MADE_AT, "GoroutineEnd goroutine=2" + about)
          .endsWith("GoroutineEnd goroutine=1");
    }
  }

  @Test
  void aRecordingTellsOfWhatAGoroutineDied() throws Exception {
    try (JavaProcess java = JavaProcess.start("records a panic")) {
      assertThat(java.finish())
          .containsExactly(
              "panic",
              "GoroutineStart goroutine=1",
              "GoroutineEnd goroutine=1 thrown=java.lang.IllegalStateException: boom");
    }
  }
}

package dev.chanlint.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.conformance.differential.Outcome.End;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of different versions of Go, and ours, are read alike. */
final class ReportTest {

  private static final String GO_DEADLOCK =
      """
      fatal error: all goroutines are asleep - deadlock!

      goroutine 1 [%1$s]:
      sync.runtime_Semacquire(0x0?)
      	/usr/lib/go/src/runtime/sema.go:62 +0x25
      sync.(*WaitGroup).Wait(0x16b48?)
      	/usr/lib/go/src/sync/waitgroup.go:139 +0x52
      main.(*p17).g0(0xc0000b40f0)
      	/programs.go:498 +0xe6
      main.main()
      	/programs.go:63 +0x8d

      goroutine 18 [chan receive (nil chan), 2 minutes]:
      main.(*p17).g2.func1()
      	/programs.go:508 +0xd4
      main.(*p17).g2(0xc0000b40f0)
      	/programs.go:507 +0xd4
      created by main.(*p17).g0
      	/programs.go:490 +0x8a
      """;

  @ParameterizedTest
  @ValueSource(strings = {"semacquire", "sync.WaitGroup.Wait"})
  void deadlockInGo(String state) {
    assertThat(Report.ofGo(GO_DEADLOCK.formatted(state)))
        .isEqualTo(
            new End.Deadlocked(
                new TreeMap<>(Map.of(0, "semacquire", 2, "chan receive (nil chan)"))));
  }

  @Test
  void deadlockInJava() {
    String report =
        """
        fatal error: all goroutines are asleep - deadlock!

        goroutine 1 [sync.WaitGroup.Wait]:
        	at P17.g0(P17.java:42)

        goroutine 3 "2" [chan send]:
        	at P17.g2(P17.java:53)
        """;
    assertThat(Report.ofJava(report))
        .isEqualTo(new End.Deadlocked(new TreeMap<>(Map.of(0, "semacquire", 2, "chan send"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"panic: ", "fatal error: "})
  void panicInGo(String kind) {
    String report =
        """
        %ssync: unlock of unlocked mutex

        goroutine 7 [running]:
        sync.fatal({0x57994d?, 0x0?})
        	/usr/lib/go/src/runtime/panic.go:1031 +0x1e
        main.(*p3).g1(0xc0000761e0)
        	/programs.go:655 +0xf6

        goroutine 1 [runnable]:
        main.(*p3).g0(0xc0000761e0)
        	/programs.go:689 +0x170
        """;
    assertThat(Report.ofGo(report.formatted(kind)))
        .isEqualTo(new End.Panicked(1, "sync: unlock of unlocked mutex"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"panic: trouble", "panic: java.lang.IllegalStateException: trouble"})
  void panicInJava(String first) {
    assertThat(Report.ofJava(first + "\n\ngoroutine 4 \"3\" [running]:\n\tat P3.g3(P3.java:1)\n"))
        .isEqualTo(new End.Panicked(3, "trouble"));
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Report.ofGo("signal: killed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signal: killed");
  }
}

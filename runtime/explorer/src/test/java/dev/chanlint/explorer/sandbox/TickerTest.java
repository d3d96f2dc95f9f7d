package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops over a ticker that have too many schedules to run them all. */
final class TickerTest {

  private static List<Fault> faultsOf(String program) {
    String entry = "dev.chanlint.explorer.sandbox.programs.TickerPrograms#" + program;
    Exploration exploration =
        Explorer.builder()
            .strategy(Strategy.random(1))
            .maxExecutions(5)
            .build()
            .explore(new SandboxWorkload(Programs.sandbox(), entry, false));
    return exploration.failures().stream().map(Failure::fault).toList();
  }

  @Test
  void lockingAndUnlockingChangesNothing() {
    assertThat(faultsOf("locks")).containsExactlyInAnyOrder(Fault.DEADLOCK, Fault.LIVELOCK);
  }

  @Test
  void whoDrawsNumbersMayStop() {
    assertThat(faultsOf("drawsUntilItIsLucky")).isEmpty();
  }

  @Test
  void whoLooksAtTheTimeReceivedMayStop() {
    assertThat(faultsOf("looksAtTheTimeReceived")).isEmpty();
  }

  @Test
  void whoHandsOnToANewGoroutineMayStop() {
    assertThat(faultsOf("countsInGoroutines")).isEmpty();
  }
}

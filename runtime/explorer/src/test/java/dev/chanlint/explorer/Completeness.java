package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Dpor;
import java.util.HashSet;
import java.util.Set;

/** Compares the reduced search of a small program with all of its interleavings. */
final class Completeness {

  /** Larger programs are passed over. */
  private static final int LARGEST = 1_000;

  private Completeness() {}

  /** A program that keeps what its goroutines have seen. */
  interface Program extends Workload {

    /** What they have seen, as a text. */
    String seen();

    @Override
    default boolean isProgram() {
      return false;
    }
  }

  /**
   * Holds that the reduced search finds what running all interleavings finds, and runs each of
   * their traces once, and nothing in vain.
   */
  static void assertCompleteAndOptimal(Program program) {
    TraceCount interleavings = new TraceCount(DepthFirst.naive());
    Found all = search(program, interleavings);
    if (all.executions < LARGEST) {
      Dpor dpor = new Dpor();
      assertThat(search(program, dpor)).isEqualTo(new Found(all.ends, interleavings.traces()));
      assertThat(dpor.blocked()).isZero();
    }
  }

  /** Holds that it finds the same. */
  static void assertComplete(Program program) {
    Found all = search(program, DepthFirst.naive());
    if (all.executions < LARGEST) {
      assertThat(search(program, new Dpor()).ends).isEqualTo(all.ends);
    }
  }

  private record Found(Set<String> ends, int executions) {}

  private static Found search(Program program, Scheduler scheduler) {
    Set<String> ends = new HashSet<>();
    int executions = 0;
    Driver driver = new Driver(program, scheduler, 10_000, false, () -> false);
    while (executions < LARGEST && scheduler.next()) {
      Driver.Ended ended = driver.run();
      assertThat(ended.limit()).isNull();
      if (!ended.cut()) {
        executions++;
        ends.add(program.seen() + " " + new HashSet<>(ended.faults()));
      }
    }
    return new Found(ends, executions);
  }
}

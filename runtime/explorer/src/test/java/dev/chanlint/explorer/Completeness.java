package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Dpor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Compares the reduced search of a small program with all of its interleavings. */
final class Completeness {

  /** Larger programs are passed over. */
  private static final int LARGEST = 1_000;

  private Completeness() {}

  /** Programs of so many goroutines, each of which does one to three things. */
  static <V extends Enum<V>> Arbitrary<List<List<V>>> programs(
      Class<V> verbs, int fewest, int most) {
    return Arbitraries.of(verbs)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .list()
        .ofMinSize(fewest)
        .ofMaxSize(most);
  }

  /** A program that keeps what its goroutines have seen, with a variable that they share. */
  abstract static class Program implements Workload {

    private List<List<Object>> logs = List.of();
    private int variable;

    @Override
    public void reset() {
      logs = new ArrayList<>();
      variable = 0;
    }

    @Override
    public boolean isProgram() {
      return false;
    }

    /** Where one more goroutine keeps what it sees. */
    final List<Object> newLog() {
      List<Object> log = new ArrayList<>();
      logs.add(log);
      return log;
    }

    private SharedVariable variable() {
      return SharedVariable.of(this, "x", () -> variable);
    }

    final int read() {
      variable().read();
      return variable;
    }

    final void write(int value) {
      variable().write();
      variable = value;
    }

    final int count() {
      variable().update();
      return ++variable;
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
        ends.add(program.logs + " " + new HashSet<>(ended.faults()));
      }
    }
    return new Found(ends, executions);
  }
}

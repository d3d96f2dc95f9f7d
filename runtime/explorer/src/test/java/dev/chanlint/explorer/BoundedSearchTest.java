package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.search.Bound;
import dev.chanlint.explorer.search.BoundedDpor;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Dpor;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * The reduced search within a bound finds what running every schedule within it finds, and if the
 * bound kept it from nothing, what there is to find.
 */
class BoundedSearchTest {

  /** How many executions the unreduced search may take; larger programs are passed over. */
  private static final int LARGEST = 3_000;

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return GeneratedProgram.upTo(4, 4);
  }

  @Property(tries = 60, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsComplete(
      @ForAll("programs") GeneratedProgram program, @ForAll("bounds") int preemptions) {
    assertComplete(program, preemptions);
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void isComplete(@ForAll("programs") GeneratedProgram program, @ForAll("bounds") int preemptions) {
    assertComplete(program, preemptions);
  }

  @Provide
  Arbitrary<Integer> bounds() {
    return Arbitraries.integers().between(0, 2);
  }

  private static void assertComplete(GeneratedProgram program, int preemptions) {
    Bound bound = new Bound(preemptions, true);
    Found all = search(program, DepthFirst.within(bound));
    if (all.executions < LARGEST) {
      BoundedDpor search = new BoundedDpor(bound);
      Found reduced = search(program, search);
      assertThat(reduced.ends).isEqualTo(all.ends);
      assertThat(reduced.executions).isLessThanOrEqualTo(all.executions);
      if (!search.wasRestricted()) {
        assertThat(reduced.ends).isEqualTo(search(program, new Dpor()).ends);
      }
    }
  }

  /** What a search found. */
  private record Found(Set<String> ends, int executions) {}

  private static Found search(GeneratedProgram program, Scheduler scheduler) {
    Set<String> ends = new HashSet<>();
    int executions = 0;
    GeneratedProgram.Run run = new GeneratedProgram.Run(program);
    Driver driver = new Driver(run, scheduler, 10_000, false, () -> false);
    while (executions < LARGEST && scheduler.next()) {
      Driver.Ended ended = driver.run();
      executions++;
      ends.add(run.seen() + " " + new HashSet<>(ended.faults()));
    }
    return new Found(ends, executions);
  }
}

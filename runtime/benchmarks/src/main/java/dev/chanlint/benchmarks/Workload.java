package dev.chanlint.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One row's program on one peer; the time is that of the whole program. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Workload {

  /** The program. */
  @Param public Row row = Row.PING_PONG;

  /** The library. */
  @Param public Peer peer = Peer.CHANLINT;

  private Programs programs = peer.programs();

  /** Chooses the library. */
  @Setup
  public void choose() {
    programs = peer.programs();
  }

  /** Runs the program once. */
  @Benchmark
  public long run() throws Exception {
    return row.run(programs, row.size);
  }
}

package dev.chanlint.benchmarks;

import static dev.chanlint.benchmarks.Row.DAISY_CHAIN;
import static dev.chanlint.benchmarks.Row.PING_PONG;
import static dev.chanlint.benchmarks.Row.PRIME_SIEVE;
import static dev.chanlint.benchmarks.Row.RING;
import static dev.chanlint.benchmarks.Row.SELECT_2;
import static dev.chanlint.benchmarks.Row.SELECT_8;
import static dev.chanlint.benchmarks.Row.SELECT_READY;
import static dev.chanlint.benchmarks.Row.SPAWN;
import static dev.chanlint.benchmarks.Row.STREAM_0;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** A library for the JVM that takes part in the comparison. */
public enum Peer {
  CHANLINT("chanlint", () -> new BlockingPrograms<>(new ChanlintLibrary())),
  JOX("Jox", () -> new BlockingPrograms<>(new JoxLibrary())),
  KOTLIN("Kotlin", KotlinPrograms::new),
  QUEUE("j.u.c. queue", () -> new BlockingPrograms<>(new QueueLibrary())) {
    @Override
    Set<Row> rowsWithout() {
      return EnumSet.of(SELECT_2, SELECT_8, SELECT_READY);
    }
  },
  /** Shows what watching for deadlocks costs. */
  UNWATCHED("chanlint outside Go.run", () -> new BlockingPrograms<>(new UnwatchedLibrary())),
  /** Shows what no library on virtual threads can do without. */
  BARE("bare park and unpark", () -> new BlockingPrograms<>(new BareLibrary())) {
    @Override
    Set<Row> rowsWithout() {
      return EnumSet.complementOf(
          EnumSet.of(PING_PONG, STREAM_0, SPAWN, RING, DAISY_CHAIN, PRIME_SIEVE));
    }
  };

  /** What the table calls it. */
  final String title;

  private final Supplier<Programs> programs;

  Peer(String title, Supplier<Programs> programs) {
    this.title = title;
    this.programs = programs;
  }

  /** The rows that it has no means for. */
  Set<Row> rowsWithout() {
    return EnumSet.noneOf(Row.class);
  }

  /** The programs written with it. */
  Programs programs() {
    return programs.get();
  }
}

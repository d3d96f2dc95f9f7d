package dev.chanlint.benchmarks;

import static dev.chanlint.benchmarks.Row.SELECT_2;
import static dev.chanlint.benchmarks.Row.SELECT_8;
import static dev.chanlint.benchmarks.Row.SELECT_READY;

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

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.model.code.Program;
import java.util.List;
import java.util.function.Supplier;

/**
 * A program, read.
 *
 * @param scope where it comes from
 * @param program its code
 * @param built has it ready to run, compiled when that is first asked for
 * @param files how many source files were read
 * @param islands the parts of it that have nothing to do with one another
 * @param isWhole whether it is all of the program that was named, and not what is around a file
 */
record Loaded(
    Scope scope,
    Program program,
    Supplier<Built> built,
    int files,
    List<Island> islands,
    boolean isWhole) {

  Loaded {
    islands = List.copyOf(islands);
  }

  /** The same with other code. */
  Loaded with(Program other) {
    return new Loaded(scope, other, built, files, islands, isWhole);
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.project.Island;
import dev.chanlint.model.code.Program;
import java.nio.file.Path;
import java.util.List;

/**
 * A program, read.
 *
 * @param scope where it comes from
 * @param program its code
 * @param classpath what it runs with: its classes, compiled, and its libraries
 * @param files how many source files were read
 * @param islands the parts of it that have nothing to do with one another
 */
record Loaded(Scope scope, Program program, List<Path> classpath, int files, List<Island> islands) {

  Loaded {
    classpath = List.copyOf(classpath);
    islands = List.copyOf(islands);
  }
}

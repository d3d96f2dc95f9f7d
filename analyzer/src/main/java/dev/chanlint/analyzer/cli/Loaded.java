package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Scope;
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
 */
record Loaded(Scope scope, Program program, List<Path> classpath, int files) {

  Loaded {
    classpath = List.copyOf(classpath);
  }
}

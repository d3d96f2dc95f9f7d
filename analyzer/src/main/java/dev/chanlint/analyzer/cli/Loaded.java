package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.Note;
import dev.chanlint.model.code.Program;
import java.nio.file.Path;
import java.util.List;

/**
 * A program, read.
 *
 * @param program its code
 * @param classpath what it runs with: its classes, compiled, and its libraries
 * @param notes what was left out
 * @param files how many source files were read
 */
record Loaded(Program program, List<Path> classpath, List<Note> notes, int files) {

  Loaded {
    classpath = List.copyOf(classpath);
    notes = List.copyOf(notes);
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.model.code.Program.Gap;
import java.util.List;
import java.util.Set;

/**
 * What a file that is being edited has to do with.
 *
 * @param programs of each program that has it the part around it
 * @param errors the syntax errors in files that are not saved, which the programs leave out
 * @param files the names of the files in that part, those left out among them
 */
record Surroundings(List<Loaded> programs, List<Gap> errors, Set<String> files) {

  Surroundings {
    programs = List.copyOf(programs);
    errors = List.copyOf(errors);
    files = Set.copyOf(files);
  }
}

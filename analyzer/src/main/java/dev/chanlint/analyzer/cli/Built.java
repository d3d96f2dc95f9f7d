package dev.chanlint.analyzer.cli;

import dev.chanlint.model.code.Program.Gap;
import java.nio.file.Path;
import java.util.List;

/**
 * A program, ready to run.
 *
 * @param classpath what it runs with: its classes, and its libraries
 * @param gaps what of its sources is not among its classes, where that was not known before
 */
record Built(List<Path> classpath, List<Gap> gaps) {

  Built {
    classpath = List.copyOf(classpath);
    gaps = List.copyOf(gaps);
  }
}

package dev.chanlint.analyzer.mutants;

import java.nio.file.Path;

/**
 * A program with one synchronisation taken out. Its lines are those of the original.
 *
 * @param original the file
 * @param operator what was taken out
 * @param line where, from 1
 * @param removed the text that was taken out, on one line
 * @param mainClass the binary name of the class to run
 * @param text the file's text
 */
record Mutant(
    Path original, Operator operator, long line, String removed, String mainClass, String text) {

  /** The class that is run, which tells programs apart: kernels have packages of their own. */
  String name() {
    return mainClass.replace(".Fixed", "");
  }
}

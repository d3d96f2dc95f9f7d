package dev.chanlint.model;

import dev.chanlint.model.code.Program;

/** A program with all that the analyses found out about it. */
public final class ProgramModel {

  private final Program program;

  private ProgramModel(Program program) {
    this.program = program;
  }

  /**
   * Analyses a program.
   *
   * @param program the code
   * @return the model
   */
  public static ProgramModel of(Program program) {
    return new ProgramModel(program);
  }

  /**
   * The code the model is of.
   *
   * @return the program
   */
  public Program program() {
    return program;
  }
}

package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Failure;

/** What running the code says of a finding. */
public sealed interface Verdict {

  /**
   * The word for it in reports.
   *
   * @return {@code CONFIRMED}, {@code UNDECIDED}, {@code REFUTED} or {@code STRUCTURAL}
   */
  String word();

  /**
   * A schedule was run that ends in the predicted fault at the finding's site.
   *
   * @param entry the binary name of the class whose {@code main} was run
   * @param witness the fault, with the execution that leads to it
   */
  record Confirmed(String entry, Failure witness) implements Verdict {
    @Override
    public String word() {
      return "CONFIRMED";
    }
  }

  /**
   * Not shown either way.
   *
   * @param reason why, for a reader
   */
  record Undecided(String reason) implements Verdict {
    @Override
    public String word() {
      return "UNDECIDED";
    }
  }

  /**
   * Every schedule of every entry point that reaches the site was run, and the fault was not there.
   *
   * @param justification what was run, for a reader
   */
  record Refuted(String justification) implements Verdict {
    @Override
    public String word() {
      return "REFUTED";
    }
  }

  /** True of the code as it stands; needs no run. */
  record Structural() implements Verdict {
    @Override
    public String word() {
      return "STRUCTURAL";
    }
  }
}

package dev.chanlint.analyzer.confirm.harness;

import java.util.List;

/**
 * What could be made up to run the code of a finding.
 *
 * @param harnesses the harnesses, that of the smallest function first
 * @param whyNone why there is none; empty if there is one
 */
public record Around(List<Harness> harnesses, String whyNone) {

  /** That of a finding for which none is needed. */
  public static final Around NOT_TRIED = new Around(List.of(), "");

  public Around {
    harnesses = List.copyOf(harnesses);
  }
}

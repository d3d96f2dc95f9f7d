package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.WitnessText;

/**
 * A witness in two lines, for people.
 *
 * @param headline what happened, and in which program
 * @param size how long it is, and how many executions it took to find
 */
record WitnessSummary(String headline, String size) {

  static WitnessSummary of(Judged result, Confirmed confirmed) {
    Failure failure = confirmed.witness();
    String found =
        result.executions() == 0 ? "" : ", found in " + Counts.of(result.executions(), "execution");
    return new WitnessSummary(
        WitnessText.word(failure)
            + " in "
            + confirmed.entry()
            + ": "
            + WitnessText.headline(failure),
        WitnessText.size(failure) + found);
  }
}

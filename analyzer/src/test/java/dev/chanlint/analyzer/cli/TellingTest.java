package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.confirm.Fixtures;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.Severity;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever comes first, what is told is in reading order, and not later than it must be. */
class TellingTest {

  private static final Finding FIRST = Fixtures.finding("leak-send", 10);
  private static final Finding SECOND = Fixtures.finding("close-twice", 20);
  private static final Finding THIRD = Fixtures.finding("leak-send", 20);

  private final List<Result> told = new ArrayList<>();

  private static Result undecided(Finding finding) {
    return result(finding, new Verdict.Undecided("no time"));
  }

  private static Result result(Finding finding, Verdict verdict) {
    Judged judged =
        new Judged(finding, verdict, List.of(), Scope.of(List.of("src"), Fixtures.program()));
    return new Result(judged, "", Severity.WARNING, Optional.empty());
  }

  @Test
  void waitsForWhatComesBefore() {
    Telling telling = new Telling(List.of(THIRD, FIRST, SECOND), told::add);

    telling.know(undecided(SECOND));
    assertThat(told).isEmpty();
    telling.know(undecided(FIRST));
    assertThat(told).extracting(Result::finding).containsExactly(FIRST, SECOND);
    telling.know(undecided(THIRD));
    assertThat(told).extracting(Result::finding).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void whatSeveralProgramsHaveIsToldOnceAndAsTheClearestHasIt() {
    Telling telling = new Telling(List.of(FIRST, FIRST, SECOND), told::add);

    telling.know(result(FIRST, new Verdict.Refuted("all was run")));
    telling.know(undecided(SECOND));
    assertThat(told).isEmpty();
    telling.know(undecided(FIRST));

    assertThat(told).extracting(Result::finding).containsExactly(FIRST, SECOND);
    assertThat(told.getFirst().verdict()).isEqualTo(new Verdict.Undecided("no time"));
  }
}

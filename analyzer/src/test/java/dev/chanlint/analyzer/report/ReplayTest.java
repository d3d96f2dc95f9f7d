package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

  private static final Confirmed CONFIRMED = new Confirmed("app.Jobs$Main", SampleReport.witness());

  @Test
  void readsWhatItWrote() {
    assertThat(Replay.parse(Replay.string(CONFIRMED)))
        .isEqualTo(new Replay.Instruction("app.Jobs$Main", new Schedule("1.1.2.3")));
  }

  @Test
  void quotesForTheShell() {
    assertThat(
            new Replay("./chanlint", List.of("--classes", "it's"))
                .commandLine(CONFIRMED, SampleReport.confirmed().scope()))
        .isEqualTo("./chanlint replay 'app.Jobs$Main:1.1.2.3' src --classes 'it'\\''s'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Jobs", ":1.2", "Jobs:"})
  void rejectsWhatIsNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Replay.parse(text))
        .withMessageContaining("not a replay string: '" + text + "'");
  }
}

package dev.chanlint.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.analyzer.Wants.Want;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantsTest {

  @Test
  void aWantIsForItsLineOrTheNext() {
    assertThat(Wants.in(List.of("a(); // want leak-send", "// want +1 close-nil", "b();")))
        .containsExactly(new Want(1, "leak-send", "", null), new Want(3, "close-nil", "", null));
  }

  @Test
  void aWantCanNamePartOfTheMessageAndTheVerdict() {
    assertThat(Wants.in(List.of("a(); // want leak-send \"no, none\" confirmed, race-captured")))
        .containsExactly(
            new Want(1, "leak-send", "no, none", "confirmed"),
            new Want(1, "race-captured", "", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"leak", "leak-send surely", "leak-send \"open", "leak-send,close-nil", ""})
  void whatIsNotUnderstoodIsAMistake(String text) {
    assertThatThrownBy(() -> Wants.in(List.of("", "a(); // want " + text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2: cannot understand");
  }

  @Test
  void aFindingMeetsAWantOfItsLineRuleAndWords() {
    Want want = new Want(3, "leak-send", "at line 7", null);
    assertThat(want.isMetBy(3, "leak-send", "stuck at line 7 for good")).isTrue();
    assertThat(want.isMetBy(4, "leak-send", "stuck at line 7 for good")).isFalse();
    assertThat(want.isMetBy(3, "leak-receive", "stuck at line 7 for good")).isFalse();
    assertThat(want.isMetBy(3, "leak-send", "stuck at line 8 for good")).isFalse();
  }
}

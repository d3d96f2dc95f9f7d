package dev.chanlint.explorer.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "tea, 5 € – 茶 \ud83c\udf75 | tea, 5 € – 茶 \ud83c\udf75",
        "a\tb\u0007\u001b[2J\u0085c | a\\tb\\u0007\\u001b[2J\\u0085c",
        "\u202eevil\u2066 \ufeff | \\u202eevil\\u2066 \\ufeff",
        "x\u2028y\u2029z | x\\u2028y\\u2029z",
        "half \ud83c of one | half \\ud83c of one",
        "tag \udb40\udc41 | tag \\udb40\\udc41",
      })
  void aLineShowsWhatIsInIt(String text, String line) {
    assertThat(Printable.line(text)).isEqualTo(line);
  }
}

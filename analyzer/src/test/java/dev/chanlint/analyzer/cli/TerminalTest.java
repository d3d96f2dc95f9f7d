package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {

  @ParameterizedTest
  @CsvSource({
    "TERM, xterm-256color, true",
    "TERM, dumb, false",
    "INSIDE_EMACS, '28.2,compile', false",
    "INSIDE_EMACS, '30.1,comint', false",
    "INSIDE_EMACS, '28.2,term:0.96', true",
    "LANG, C.UTF-8, true",
  })
  void noControlSequencesWhereTheyWouldBePrinted(String variable, String value, boolean obeys) {
    StringWriter shown = new StringWriter();
    Terminal terminal = Terminal.of(new PrintWriter(shown), true, Map.of(variable, value));

    terminal.progress("exploring");
    terminal.endProgress();

    assertThat(shown.toString()).isEqualTo(obeys ? "\r\u001b[Kchanlint: exploring\r\u001b[K" : "");
    assertThat(terminal.ansi()).isEqualTo(obeys ? Ansi.AUTO : Ansi.OFF);
  }
}

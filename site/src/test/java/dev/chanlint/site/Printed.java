package dev.chanlint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a command printed, on standard output and standard error, and its exit status if that is not
 * 0. Times, and in how many executions several searches at once find a witness, differ from run to
 * run and are not compared; a line {@code …} on a page stands for any number of lines.
 *
 * @param text all of it
 */
record Printed(String text) {

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern VARYING =
      Pattern.compile("\\b(\\d+\\.\\d+ s|found in [\\d,]+ executions?)\\b");

  /**
   * Runs a command to its end.
   *
   * @param folder where
   * @param environment what its environment has beside this process's own
   * @param words the command
   * @return what it printed
   */
  static Printed by(Path folder, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(folder.toAbsolutePath().toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return new Printed(
        lines(COLOUR.matcher(text).replaceAll(""))
            + (status == 0 ? "" : "exit status " + status + "\n"));
  }

  private static String lines(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  /** Fails unless this is what a page shows. */
  void assertIs(String shown) {
    String rest = comparable(text);
    String[] pieces = comparable(shown).split("(?m)^…\n", -1);
    if (pieces.length == 1) {
      assertThat(rest).isEqualTo(pieces[0]);
      return;
    }
    assertThat(rest).startsWith(pieces[0]);
    for (String piece : pieces) {
      assertThat(rest).contains(piece);
      rest = rest.substring(rest.indexOf(piece) + piece.length());
    }
    assertThat(comparable(text)).endsWith(pieces[pieces.length - 1]);
  }

  private static String comparable(String text) {
    return VARYING.matcher(text).replaceAll("…");
  }
}

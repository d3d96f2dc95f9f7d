package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts that replay witnesses.
 *
 * @param command how the analyzer is called
 * @param options the options that tell it how to read the program
 */
public record Replay(String command, List<String> options) {

  private static final char SEPARATOR = ':';

  public Replay {
    options = List.copyOf(options);
  }

  /**
   * What a replay string says.
   *
   * @param entry the binary name of the class whose {@code main} is run, or {@code Class#method}
   * @param schedule the schedule
   */
  public record Instruction(String entry, Schedule schedule) {}

  /**
   * A witness's entry point and schedule in one text without white space.
   *
   * @param confirmed the verdict
   * @return the replay string
   */
  public static String string(Confirmed confirmed) {
    return string(confirmed.entry(), confirmed.witness().schedule());
  }

  private static String string(String entry, Schedule schedule) {
    return entry + SEPARATOR + schedule.text();
  }

  /**
   * Reads a replay string.
   *
   * @param text the string
   * @return what it says
   * @throws IllegalArgumentException if it is none
   */
  public static Instruction parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (separator <= 0
        || separator == text.length() - 1
        || !Character.isJavaIdentifierStart(text.charAt(0))) {
      throw new IllegalArgumentException(
          "not a replay string: '" + text + "'; it reads CLASS:SCHEDULE");
    }
    return new Instruction(
        text.substring(0, separator), new Schedule(text.substring(separator + 1)));
  }

  /**
   * The command line that replays a witness, for a POSIX shell.
   *
   * @param confirmed the verdict
   * @param scope the program
   * @return the command line
   */
  public String commandLine(Confirmed confirmed, Scope scope) {
    return commandLine(confirmed.entry(), confirmed.witness().schedule(), scope.paths());
  }

  /**
   * The command line that replays a schedule, for a POSIX shell.
   *
   * @param entry what was run
   * @param schedule the schedule
   * @param paths the paths of its sources, as the user named them
   * @return the command line
   */
  public String commandLine(String entry, Schedule schedule, List<String> paths) {
    List<String> words = new ArrayList<>(List.of(command, "replay", string(entry, schedule)));
    words.addAll(paths);
    words.addAll(options);
    return words.stream().map(Replay::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

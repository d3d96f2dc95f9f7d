package dev.chanlint.analyzer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source wants to be found in it, at the ends of its lines:
 *
 * <pre>{@code
 * out.send(1); // want leak-send
 * out.send(1); // want leak-send "never received" confirmed, race-unguarded
 * // want +1 close-nil
 * out.close();
 * }</pre>
 */
public final class Wants {

  private static final Pattern COMMENT = Pattern.compile("// want (\\+1 )?(.*)$");
  private static final Pattern WANT =
      Pattern.compile(
          "(?<rule>[a-z]+(?:-[a-z]+)+)"
              + "(?: \"(?<message>[^\"]+)\")?"
              + "(?: (?<verdict>confirmed|undecided|structural|refuted))?(?:, |$)");

  private Wants() {}

  /**
   * A finding that is wanted.
   *
   * @param line where it must stand, from 1
   * @param rule whose it must be
   * @param message what its message must contain; empty for anything
   * @param verdict the word for its verdict; null for any
   */
  public record Want(int line, String rule, String message, @Nullable String verdict) {

    /** Whether a finding is this one, its verdict aside. */
    public boolean isMetBy(int foundLine, String foundRule, String foundMessage) {
      return line == foundLine && rule.equals(foundRule) && foundMessage.contains(message);
    }
  }

  /**
   * What a file wants.
   *
   * @throws IllegalArgumentException if a comment is not understood
   */
  public static List<Want> in(Path file) throws IOException {
    try {
      return in(Files.readAllLines(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + e.getMessage(), e);
    }
  }

  /**
   * What a source wants.
   *
   * @throws IllegalArgumentException if a comment is not understood
   */
  public static List<Want> in(List<String> lines) {
    List<Want> wants = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.find()) {
        int line = i + 1 + (comment.group(1) == null ? 0 : 1);
        wants.addAll(parse(line, comment.group(2)));
      }
    }
    return wants;
  }

  private static List<Want> parse(int line, String text) {
    List<Want> wants = new ArrayList<>();
    Matcher matcher = WANT.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      String message = matcher.group("message");
      wants.add(
          new Want(
              line,
              matcher.group("rule"),
              message == null ? "" : message,
              matcher.group("verdict")));
      end = matcher.end();
    }
    if (end != text.length() || wants.isEmpty()) {
      throw new IllegalArgumentException(line + ": cannot understand: want " + text);
    }
    return wants;
  }
}

package dev.chanlint.analyzer.report;

import dev.chanlint.rules.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What reports say of a rule.
 *
 * @param id its id
 * @param category the category's prefix
 * @param level how grave its findings are before they have verdicts
 * @param summary one line that says what goes wrong
 * @param page the page, in Markdown
 * @param cwes the numbers of the weaknesses in the Common Weakness Enumeration that it finds
 */
public record RuleInfo(
    String id, String category, Level level, String summary, String page, List<Integer> cwes) {

  /** The category of what exploring meets though no rule predicts it. */
  public static final String EXPLORED = "explored";

  /** The category of what is said of suppressions. */
  public static final String SUPPRESSION = "suppression";

  public RuleInfo {
    cwes = List.copyOf(cwes);
  }

  /**
   * Whether it is a rule, whose findings are known before anything is run.
   *
   * @return false for what is known only when all was run
   */
  public boolean isRule() {
    return !category.equals(EXPLORED) && !category.equals(SUPPRESSION);
  }

  /**
   * The rule's name where one is wanted that is not its id.
   *
   * @return the id in camel case, such as {@code LeakSend}
   */
  public String name() {
    return Arrays.stream(id.split("-", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}

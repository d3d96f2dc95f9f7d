package dev.chanlint.analyzer.report;

import java.util.List;
import java.util.Optional;

/**
 * What the page of the HTML report shows; its template turns it into markup. All texts are plain:
 * the template escapes them.
 *
 * @param command how the analyzer is called
 * @param summary the numbers, on one line
 * @param groups the findings counted by verdict, rule and package
 * @param findings in reading order
 * @param rules the pages of the rules that have findings
 * @param notes what was left out
 * @param assets what makes the page one file
 */
public record HtmlPage(
    String command,
    String summary,
    List<Group> groups,
    List<Finding> findings,
    List<Rule> rules,
    List<Note> notes,
    Assets assets) {

  /**
   * Style, script and data of the page.
   *
   * @param style the style sheet
   * @param script the script
   * @param sources the source files that witnesses pass through, as JSON that is safe in a script
   *     element: an object of arrays of lines
   * @param policy the content security policy, which lets nothing else be loaded or run
   */
  public record Assets(String style, String script, String sources, String policy) {}

  /**
   * Findings counted by one property.
   *
   * @param key the property: {@code verdict}, {@code rule} or {@code package}
   * @param counts how many findings have which value
   */
  public record Group(String key, List<Count> counts) {}

  /** How many findings have a value. */
  public record Count(String value, int number) {}

  /**
   * A finding.
   *
   * @param id the anchor
   * @param severity error, warning or note
   * @param reason what the verdict rests on; empty if it has a witness or needs no run
   */
  public record Finding(
      String id,
      String severity,
      String verdict,
      String rule,
      String packageName,
      String place,
      String message,
      Optional<Line> line,
      List<Related> related,
      String reason,
      Optional<Witness> witness) {}

  /** A source line; what is meant stands between before and after. */
  public record Line(int number, String before, String marked, String after) {}

  /** A place that helps to understand a finding. */
  public record Related(String place, String message) {}

  /**
   * A witness in lanes.
   *
   * @param titles the lanes' headings
   * @param objects what the short names stand for
   * @param preempts whether any step is marked as a preemption
   * @param replay the command line that replays it
   */
  public record Witness(
      String headline,
      String size,
      List<String> titles,
      List<Row> rows,
      List<Named> objects,
      boolean preempts,
      String replay) {}

  /**
   * A step.
   *
   * @param label its number, or {@code end}
   * @param leftOut how many steps before it are not told
   * @param place where, for the source beside it; empty if that is unknown
   * @param cells one for each lane
   */
  public record Row(
      String label, int leftOut, boolean end, Optional<Place> place, List<Cell> cells) {}

  /** A line of a source file. */
  public record Place(String file, int line) {}

  /**
   * What happens in one lane.
   *
   * @param arrow the value that starts here on its way to another lane
   */
  public record Cell(List<Part> parts, Optional<Arrow> arrow) {}

  /** What one goroutine does. */
  public record Part(String text, boolean blocked) {}

  /**
   * A value's way, drawn from the left one of its two lanes.
   *
   * @param span how many lanes it crosses, at least 1
   * @param rightward whether it goes to the right
   */
  public record Arrow(int span, boolean rightward) {}

  /** A short name and what it stands for. */
  public record Named(String name, String meaning) {}

  /**
   * A rule's page.
   *
   * @param html the page as markup
   */
  public record Rule(String id, String html) {}
}

package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.chanlint.explorer.Failure;
import dev.chanlint.model.code.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report in JSON Lines. Together they say all that a report says, so that any other
 * format can be written from them; {@code docs/schema/report.schema.json} describes them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(JsonLine.Run.class),
  @JsonSubTypes.Type(JsonLine.Omission.class),
  @JsonSubTypes.Type(JsonLine.Found.class),
  @JsonSubTypes.Type(JsonLine.Summary.class)
})
sealed interface JsonLine {

  /**
   * The first line.
   *
   * @param version of the analyzer
   * @param command how it was called
   * @param options the options that tell it how to read the program
   */
  @JsonTypeName("run")
  record Run(String version, String command, List<String> options) implements JsonLine {}

  /**
   * A note.
   *
   * @param file the path
   * @param line the line, 0 if it concerns the whole file
   * @param column the column, 0 if it concerns the whole line
   * @param message what and why
   */
  @JsonTypeName("note")
  record Omission(String file, int line, int column, String message) implements JsonLine {}

  /**
   * A result.
   *
   * @param rule the rule's id
   * @param level {@code error}, {@code warning} or {@code note}
   * @param verdict what running the code says
   * @param message what goes wrong
   * @param at the primary site
   * @param function the function that it is in
   * @param related further sites
   * @param spawns where the goroutines involved are started
   * @param subject what the finding is about
   * @param fingerprint what it is known by from one run to the next
   * @param replay the command line that replays the witness, if there is one
   * @param suppressed why it is not to be told, if so
   * @param explored what the verdict rests on
   * @param harness the source of what was run where it is of the analyzer's making, if so
   * @param paths the paths of the program's sources
   * @param files the files of the classes that the witness goes through
   */
  @JsonTypeName("result")
  record Found(
      String rule,
      String level,
      Judgement verdict,
      String message,
      Position at,
      String function,
      List<Place> related,
      List<Position> spawns,
      String subject,
      String fingerprint,
      @Nullable String replay,
      @Nullable Suppressed suppressed,
      List<Explored> explored,
      @Nullable String harness,
      List<String> paths,
      Map<String, String> files)
      implements JsonLine {}

  /**
   * The last line.
   *
   * @param files how many source files were read
   * @param confirmed how many results are
   * @param undecided how many results are
   * @param structural how many results are
   * @param refuted how many results are
   * @param suppressed how many more are
   */
  @JsonTypeName("summary")
  record Summary(
      int files, long confirmed, long undecided, long structural, long refuted, long suppressed)
      implements JsonLine {}

  /**
   * A verdict.
   *
   * @param kind its word
   * @param reason why it is undecided or refuted
   * @param entry what was run, if it is confirmed
   * @param witness the fault, if it is confirmed
   */
  record Judgement(
      String kind, @Nullable String reason, @Nullable String entry, @Nullable Failure witness) {}

  /**
   * A place that helps to understand a finding.
   *
   * @param at where
   * @param message what is there
   */
  record Place(Position at, String message) {}

  /**
   * An entry point that was explored.
   *
   * @param entry what was run
   * @param executions how often
   * @param exhausted whether every schedule that can differ was covered
   * @param bound the most preemptions up to which every schedule was run; null if that is said of
   *     none, and where it was exhausted
   * @param controlled whether all that ran was under control
   * @param limits why it says less than everything
   */
  record Explored(
      String entry,
      long executions,
      boolean exhausted,
      @Nullable Integer bound,
      boolean controlled,
      List<String> limits) {}
}

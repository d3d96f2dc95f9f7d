package dev.chanlint.analyzer.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports as JSON Lines, written and read. */
public final class JsonLines {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addMixIn(Schedule.class, ScheduleAsText.class)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private JsonLines() {}

  private interface ScheduleAsText {
    @JsonValue
    String text();

    @JsonCreator
    static Schedule of(String text) {
      return new Schedule(text);
    }
  }

  /** Writes a report: what it shows. */
  static final class Writer implements LineFormat {

    private final Report opening;

    Writer(Report opening) {
      this.opening = opening;
    }

    @Override
    public String head() {
      return text(
          new JsonLine.Run(
              opening.version(), opening.replay().command(), opening.replay().options()));
    }

    @Override
    public String result(Result result) {
      return text(found(result, opening.replay()));
    }

    @Override
    public String tail(Report report) {
      return Stream.concat(
              report.notes().stream().map(JsonLines::omission), Stream.of(summary(report)))
          .map(JsonLines::text)
          .collect(Collectors.joining());
    }
  }

  private static JsonLine omission(Note note) {
    return new JsonLine.Omission(note.file(), note.line(), note.column(), note.message());
  }

  private static String text(JsonLine line) {
    try {
      return JSON.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that cannot be written", e);
    }
  }

  private static JsonLine.Found found(Result result, Replay replay) {
    Finding finding = result.finding();
    return new JsonLine.Found(
        finding.rule(),
        result.severity().word(),
        judgement(result.verdict()),
        finding.message(),
        finding.at(),
        finding.function(),
        finding.related().stream()
            .map(related -> new JsonLine.Place(related.at(), related.message()))
            .toList(),
        finding.spawns(),
        finding.subject(),
        result.fingerprint(),
        result.verdict() instanceof Verdict.Confirmed confirmed
            ? replay.commandLine(confirmed, result.scope())
            : null,
        result.suppressed().orElse(null),
        result.judged().runs().stream().map(JsonLines::explored).toList(),
        result.judged().harness().orElse(null),
        result.scope().paths(),
        files(result));
  }

  private static JsonLine.Judgement judgement(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed(String entry, Failure witness) ->
          new JsonLine.Judgement(verdict.word(), null, entry, witness);
      case Verdict.Undecided(String reason) ->
          new JsonLine.Judgement(verdict.word(), reason, null, null);
      case Verdict.Refuted(String justification) ->
          new JsonLine.Judgement(verdict.word(), justification, null, null);
      case Verdict.Structural structural ->
          new JsonLine.Judgement(verdict.word(), null, null, null);
    };
  }

  private static JsonLine.Explored explored(Run run) {
    Exploration exploration = run.exploration();
    OptionalInt bound = run.completeBound();
    return new JsonLine.Explored(
        run.entry(),
        exploration.executions(),
        exploration.exhausted(),
        bound.isPresent() ? bound.getAsInt() : null,
        exploration.isUnderControl(),
        exploration.limits());
  }

  private static Map<String, String> files(Result result) {
    Map<String, String> files = new TreeMap<>();
    if (result.verdict() instanceof Verdict.Confirmed(String entry, Failure witness)) {
      sites(witness)
          .forEach(
              site ->
                  result
                      .scope()
                      .sources()
                      .fileOf(site)
                      .ifPresent(file -> files.put(SourceMap.topLevel(site.className()), file)));
    }
    return files;
  }

  private static Stream<Site> sites(Failure witness) {
    return Stream.of(
            witness.sites().stream(),
            witness.witness().stream().map(Step::stack).flatMap(List::stream),
            witness.goroutines().stream()
                .flatMap(one -> Stream.concat(one.stack().stream(), one.spawnedAt().stream())))
        .flatMap(sites -> sites);
  }

  private static JsonLine.Summary summary(Report report) {
    return new JsonLine.Summary(
        report.files(),
        report.count(Verdict.Confirmed.class),
        report.count(Verdict.Undecided.class),
        report.count(Verdict.Structural.class),
        report.count(Verdict.Refuted.class),
        report.countSuppressed());
  }

  /**
   * What was read of a report.
   *
   * @param version of the analyzer that wrote it
   * @param replay how it was called
   * @param notes what was left out
   * @param results what it shows
   * @param files how many source files were read
   */
  public record Part(
      String version, Replay replay, List<Note> notes, List<Result> results, int files) {}

  /**
   * Reads a report.
   *
   * @param name what to call it in a complaint
   * @param text the lines
   * @return what they say
   * @throws IllegalArgumentException if it is none, or not whole; the message names the line
   */
  public static Part read(String name, String text) {
    List<JsonLine> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(line(name + ":" + (lines.size() + 1), line));
    }
    if (lines.isEmpty()
        || !(lines.getFirst() instanceof JsonLine.Run run)
        || !(lines.getLast() instanceof JsonLine.Summary summary)) {
      throw new IllegalArgumentException(
          name + ": no whole report: chanlint check --format json=FILE writes one");
    }
    return new Part(
        run.version(),
        new Replay(run.command(), run.options()),
        all(lines, JsonLine.Omission.class)
            .map(one -> new Note(one.file(), one.line(), one.column(), one.message()))
            .toList(),
        all(lines, JsonLine.Found.class).map(JsonLines::result).toList(),
        summary.files());
  }

  private static <T extends JsonLine> Stream<T> all(List<JsonLine> lines, Class<T> type) {
    return lines.stream().filter(type::isInstance).map(type::cast);
  }

  private static JsonLine line(String place, String text) {
    try {
      JsonLine line = JSON.readValue(text, JsonLine.class);
      if (line instanceof JsonLine.Found found) {
        result(found);
      }
      return Objects.requireNonNull(line);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException(place + ": no line of a report: " + firstLine(e), e);
    }
  }

  private static String firstLine(Exception e) {
    String message =
        switch (e) {
          case InvalidTypeIdException _ -> "its type is missing, or none that is known";
          case JsonProcessingException json -> json.getOriginalMessage();
          default -> e.getMessage();
        };
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static Result result(JsonLine.Found found) {
    Finding finding =
        new Finding(
            found.rule(),
            found.message(),
            found.at(),
            found.function(),
            found.related().stream()
                .map(place -> new Finding.Related(place.at(), place.message()))
                .toList(),
            found.spawns(),
            found.subject());
    Judged judged =
        new Judged(
            finding,
            verdict(found.verdict()),
            found.explored().stream().map(JsonLines::run).toList(),
            new Scope(found.paths(), SourceMap.ofFiles(found.files())),
            Optional.ofNullable(found.harness()));
    return new Result(
        judged,
        found.fingerprint(),
        Severity.valueOf(found.level().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(found.suppressed()));
  }

  private static Verdict verdict(JsonLine.Judgement judgement) {
    return switch (judgement.kind()) {
      case "CONFIRMED" ->
          new Verdict.Confirmed(
              required(judgement.entry(), "entry"), required(judgement.witness(), "witness"));
      case "UNDECIDED" -> new Verdict.Undecided(required(judgement.reason(), "reason"));
      case "REFUTED" -> new Verdict.Refuted(required(judgement.reason(), "reason"));
      case "STRUCTURAL" -> new Verdict.Structural();
      default -> throw new IllegalArgumentException("unknown verdict " + judgement.kind());
    };
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the verdict has no " + name);
    }
    return value;
  }

  private static Run run(JsonLine.Explored explored) {
    Exploration exploration =
        new Exploration(
            explored.executions(),
            explored.exhausted(),
            explored.controlled(),
            List.of(),
            Set.of(),
            explored.limits(),
            Set.of());
    return explored.bound() == null
        ? new Run(explored.entry(), exploration)
        : new Run(explored.entry(), exploration, explored.bound());
  }
}

package dev.chanlint.analyzer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.report.Json;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.Suppressed;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings that are known and are not to be told, by fingerprint.
 *
 * @param version of the file's format
 * @param findings them, in the order of the file
 */
record Baseline(int version, List<Entry> findings) {

  static final String DEFAULT_NAME = "chanlint-baseline.json";
  static final Baseline EMPTY = new Baseline(1, List.of());

  private static final int VERSION = 1;

  /** What Jackson adds to a complaint: where it is in a source that it does not name. */
  private static final Pattern PLACE = Pattern.compile("(?s) \\(start marker at \\[Source.*|\n.*");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  Baseline {
    findings = List.copyOf(findings);
  }

  /**
   * A finding.
   *
   * @param file where it was, for readers
   * @param rule its rule
   * @param fingerprint what it is known by
   * @param message what it said, for readers
   */
  record Entry(String file, String rule, String fingerprint, String message) {

    Entry {
      Objects.requireNonNull(file);
      Objects.requireNonNull(rule);
      Objects.requireNonNull(fingerprint);
      Objects.requireNonNull(message);
    }
  }

  /** A baseline of what was not refuted and the sources do not suppress. */
  static Baseline of(Collection<Result> results) {
    return new Baseline(
        VERSION,
        results.stream()
            .filter(
                result ->
                    result.suppressed().filter(one -> one.by() == Suppressed.By.SOURCE).isEmpty())
            .filter(result -> !(result.verdict() instanceof Verdict.Refuted))
            .map(Baseline::entry)
            .sorted(
                Comparator.comparing(Entry::file)
                    .thenComparing(Entry::rule)
                    .thenComparing(Entry::fingerprint))
            .toList());
  }

  private static Entry entry(Result result) {
    return new Entry(
        result.finding().at().file(),
        result.finding().rule(),
        result.fingerprint(),
        result.finding().message());
  }

  /**
   * Reads a file.
   *
   * @throws UserException if it cannot be read or is none; the message names the line
   */
  static Baseline read(Path file) {
    try {
      Baseline baseline = JSON.readValue(TextFiles.read(file), Baseline.class);
      if (baseline == null || baseline.version() != VERSION) {
        throw new UserException(file + ": no baseline that this version of chanlint reads");
      }
      return baseline;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new UserException(file + ":" + line + ": no baseline: " + mistake(e), e);
    }
  }

  private static String mistake(JsonProcessingException e) {
    return e instanceof JsonMappingException
        ? "other JSON than chanlint baseline writes"
        : PLACE.matcher(e.getOriginalMessage()).replaceAll("");
  }

  void write(Path file) {
    TextFiles.write(file, Json.pretty(JSON.valueToTree(this)));
  }

  /** Whether a finding is among them. */
  boolean has(String fingerprint) {
    return findings.stream().anyMatch(entry -> entry.fingerprint().equals(fingerprint));
  }

  /** Those that are still met. */
  Baseline without(List<Entry> stale) {
    return new Baseline(
        version, findings.stream().filter(entry -> !stale.contains(entry)).toList());
  }

  /** Those that nothing was found for. */
  List<Entry> stale(Collection<Result> results) {
    Set<String> met =
        results.stream()
            .filter(
                result ->
                    result
                        .suppressed()
                        .filter(one -> one.by() == Suppressed.By.BASELINE)
                        .isPresent())
            .map(Result::fingerprint)
            .collect(Collectors.toSet());
    return findings.stream().filter(entry -> !met.contains(entry.fingerprint())).toList();
  }

  /** What to tell of those that nothing was found for. */
  List<Note> notes(String file, Collection<Result> results) {
    return stale(results).stream()
        .map(
            entry ->
                new Note(
                    file,
                    0,
                    0,
                    "nothing is found any more for "
                        + entry.rule()
                        + " in "
                        + entry.file()
                        + " ("
                        + entry.fingerprint()
                        + "); chanlint baseline --prune takes it out"))
        .toList();
  }
}

package dev.chanlint.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Which findings fail a build. */
enum FailOn {
  /** Those with a witness. */
  CONFIRMED(Set.of("CONFIRMED")),
  /** Those that were not refuted. */
  UNDECIDED(Set.of("CONFIRMED", "UNDECIDED")),
  /** All that are reported. */
  ANY(Set.of("CONFIRMED", "UNDECIDED", "STRUCTURAL")),
  /** None. */
  NEVER(Set.of());

  private final Set<String> verdicts;

  FailOn(Set<String> verdicts) {
    this.verdicts = verdicts;
  }

  static FailOn of(String word) throws MojoExecutionException {
    return Arrays.stream(values())
        .filter(value -> value.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "chanlint.failOn: '%s' is none of %s"
                        .formatted(
                            word,
                            Arrays.stream(values())
                                .map(FailOn::word)
                                .collect(Collectors.joining(", ")))));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean includes(Result result) {
    return verdicts.contains(result.verdict());
  }
}

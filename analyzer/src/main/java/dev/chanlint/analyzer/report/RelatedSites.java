package dev.chanlint.analyzer.report;

import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.stream.Stream;

/** The places that help to understand a finding. */
public final class RelatedSites {

  private RelatedSites() {}

  /**
   * What the rule names, then where the goroutines are started that it did not name so.
   *
   * @param finding the finding
   * @return its related places, in the order to read them
   */
  public static List<Finding.Related> of(Finding finding) {
    Stream<Finding.Related> spawns =
        finding.spawns().stream()
            .filter(spawn -> !spawn.equals(finding.at()))
            .filter(
                spawn -> finding.related().stream().noneMatch(known -> known.at().equals(spawn)))
            .map(spawn -> new Finding.Related(spawn, "goroutine started here"));
    return Stream.concat(finding.related().stream(), spawns).toList();
  }
}

package dev.chanlint.rules;

import dev.chanlint.model.code.Position;
import java.util.List;

/**
 * What a rule reports.
 *
 * @param rule the rule's id
 * @param message what goes wrong: what blocks, on which object made where, who should have served
 *     it
 * @param at the primary site, one call on one line where possible
 * @param function the name of the function that the primary site is in
 * @param related further sites, in the order to read them
 * @param spawns where the goroutines involved are started
 * @param subject what the finding is about in terms that survive edits elsewhere in the file, for
 *     its fingerprint: names of functions, fields and operations, no line numbers
 */
public record Finding(
    String rule,
    String message,
    Position at,
    String function,
    List<Related> related,
    List<Position> spawns,
    String subject) {

  /** Keeps copies, which nothing changes. */
  public Finding {
    related = List.copyOf(related);
    spawns = List.copyOf(spawns);
  }

  /**
   * A site that helps to understand a finding.
   *
   * @param at where
   * @param message what is there, such as {@code made here}
   */
  public record Related(Position at, String message) {}
}

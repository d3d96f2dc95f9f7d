package dev.chanlint.rules;

import dev.chanlint.model.ProgramModel;
import java.util.List;
import java.util.Set;

/**
 * Something the analyzer flags. Its page is the Markdown resource {@code <id>.md} beside its class.
 *
 * <p>Implementations have no state.
 */
public interface Rule {

  /**
   * The stable name, kebab-case, that starts with the category's prefix, or says what kind of race
   * it is about.
   *
   * @return the id
   */
  String id();

  /**
   * The kind of mistake.
   *
   * @return the category
   */
  Category category();

  /**
   * How grave a finding is before it has a verdict.
   *
   * @return the level
   */
  Level level();

  /**
   * The faults that confirm a finding when met at its site.
   *
   * @return the faults; empty for a rule that needs no run
   */
  Set<Fault> confirmedBy();

  /**
   * Whether a finding is true of the code as it stands, so that runs can confirm it and not refute
   * it.
   *
   * @return by default whether no fault confirms it
   */
  default boolean isStructural() {
    return confirmedBy().isEmpty();
  }

  /**
   * Queries the model.
   *
   * @param model the program
   * @return what is wrong, in reading order
   */
  List<Finding> check(ProgramModel model);
}

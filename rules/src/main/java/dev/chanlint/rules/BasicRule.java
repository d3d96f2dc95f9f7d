package dev.chanlint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A rule that declares what it is when it is made. */
public abstract class BasicRule implements Rule {

  private final String id;
  private final Category category;
  private final Level level;
  private final Set<Fault> confirmedBy;

  /**
   * A rule.
   *
   * @param id its stable name
   * @param category its kind of mistake
   * @param level how grave a finding is
   * @param confirmedBy the faults that confirm a finding
   */
  protected BasicRule(String id, Category category, Level level, Set<Fault> confirmedBy) {
    this.id = id;
    this.category = category;
    this.level = level;
    this.confirmedBy = Set.copyOf(confirmedBy);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Category category() {
    return category;
  }

  @Override
  public final Level level() {
    return level;
  }

  @Override
  public final Set<Fault> confirmedBy() {
    return confirmedBy;
  }

  /**
   * Findings in reading order, one a place.
   *
   * @param findings the findings, in order of preference
   * @return the first at each place
   */
  protected static List<Finding> atEachPlace(Stream<Finding> findings) {
    TreeMap<dev.chanlint.model.code.Position, Finding> first = new TreeMap<>();
    findings.forEach(f -> first.putIfAbsent(f.at(), f));
    return new ArrayList<>(first.values());
  }

  @Override
  public final String toString() {
    return id;
  }
}

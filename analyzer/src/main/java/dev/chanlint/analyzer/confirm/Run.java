package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An entry point that was explored, all in all.
 *
 * @param entry the binary name of the class whose {@code main} was run, or {@code Class#method}
 * @param exploration what the explorer found
 * @param bound the most preemptions up to which every schedule was run; negative if that is said of
 *     none. It means nothing where the exploration is exhausted
 */
public record Run(String entry, Exploration exploration, int bound) {

  private static final int NO_BOUND = -1;

  /**
   * One that was explored once.
   *
   * @param entry the binary name of the class whose {@code main} was run, or {@code Class#method}
   * @param exploration what the explorer found
   */
  public Run(String entry, Exploration exploration) {
    this(entry, exploration, NO_BOUND);
  }

  /**
   * Up to how many preemptions every schedule was run, where not all were.
   *
   * @return nothing where all were run, or where that is said of no number of preemptions
   */
  public OptionalInt completeBound() {
    return exploration.exhausted() || bound < 0 ? OptionalInt.empty() : OptionalInt.of(bound);
  }

  /**
   * The name for a reader.
   *
   * @return for example {@code main of app.Jobs}, {@code test app.JobsTest.total}
   */
  public String title() {
    return title(entry);
  }

  /**
   * What to call an entry point.
   *
   * @param entry its name
   * @return its name for a reader
   */
  public static String title(String entry) {
    return Request.isTest(entry) ? "test " + entry.replace('#', '.') : "main of " + entry;
  }

  /**
   * The same entry point, with what a further look at it showed.
   *
   * @param look the further look
   * @param bound up to how many preemptions it covered all; negative if that is not known
   * @return both
   */
  public Run and(Exploration look, int bound) {
    boolean exhausted = exploration.exhausted() || look.exhausted();
    Exploration both =
        new Exploration(
            exploration.executions() + look.executions(),
            exhausted,
            exploration.isUnderControl() && look.isUnderControl(),
            failures(look),
            union(exploration.outcomes(), look.outcomes()),
            exhausted ? List.of() : limits(look),
            union(exploration.executed(), look.executed()),
            lookups(look));
    return new Run(entry, both, Math.max(this.bound, bound));
  }

  /** A fault is the same if it is of one kind at the same places; the first met has the say. */
  private List<Failure> failures(Exploration look) {
    List<Failure> all = new ArrayList<>(exploration.failures());
    for (Failure failure : look.failures()) {
      boolean known =
          all.stream()
              .anyMatch(
                  one -> one.fault() == failure.fault() && one.sites().equals(failure.sites()));
      if (!known) {
        all.add(failure);
      }
    }
    return all;
  }

  /** What a look within bounds left out is not news; what took it out of control is. */
  private List<String> limits(Exploration look) {
    return look.isUnderControl() && !exploration.limits().isEmpty()
        ? exploration.limits()
        : look.limits();
  }

  /** Of a look whose worker died nobody knows what it looked for, and so of the whole. */
  private Set<String> lookups(Exploration look) {
    return exploration.lookups().isEmpty() || look.lookups().isEmpty()
        ? Set.of()
        : union(exploration.lookups(), look.lookups());
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}

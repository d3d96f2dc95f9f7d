package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Goal;
import dev.chanlint.analyzer.confirm.Limit;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks whether a fault that was met from an entry point is gone from changed code: explores the
 * entry point until a fault of the same kind is met again, or nothing is left to run.
 *
 * @param explorer explores the changed code
 * @param limit what that may cost
 */
public record FixCheck(EntryExplorer explorer, Limit limit) {

  /** What became of a fault. */
  public sealed interface Result {

    /**
     * Every schedule was run, and it is not there.
     *
     * @param run the exploration; faults of other kinds may be among its failures
     */
    record Fixed(Run run) implements Result {}

    /**
     * It was met again.
     *
     * @param run the exploration
     * @param witness the execution that shows it
     */
    record StillThere(Run run, Failure witness) implements Result {}

    /**
     * It was not met, and not every schedule was run.
     *
     * @param run the exploration
     * @param reason why, for a reader
     */
    record Undecided(Run run, String reason) implements Result {}
  }

  /** That a fault of one of some kinds is met. */
  private record Met(Set<Fault> faults) implements Goal {
    @Override
    public Predicate<Failure> watch() {
      return this::isMetBy;
    }

    boolean isMetBy(Failure failure) {
      return faults.contains(failure.fault());
    }

    @Override
    public String fingerprint() {
      return faults.stream().map(Fault::name).sorted().toList().toString();
    }
  }

  /**
   * Looks for it.
   *
   * @param entry where it was met: the binary name of a class with a {@code main}, or {@code
   *     Class#method}
   * @param faults the kinds that count as it
   * @return what became of it
   * @throws InterruptedException if interrupted before that is known
   */
  public Result check(String entry, Set<Fault> faults) throws InterruptedException {
    Met goal = new Met(Set.copyOf(faults));
    List<Look> looks = new ArrayList<>(List.of(Look.first(limit)));
    looks.addAll(Look.deeper(limit, List.of()));
    Run run = look(entry, looks.removeFirst(), goal);
    for (Look look : looks) {
      if (run.exploration().exhausted()
          || !run.exploration().isUnderControl()
          || witness(run, goal).isPresent()) {
        break;
      }
      Run more = look(entry, look, goal);
      run = run.and(more.exploration(), more.bound());
    }
    return result(run, goal);
  }

  private Run look(String entry, Look look, Goal goal) throws InterruptedException {
    Exploration explored = explorer.explore(new Request(entry, look.effort(), goal, List.of()));
    return new Run(entry, explored, look.complete(explored));
  }

  private static Optional<Failure> witness(Run run, Met goal) {
    return run.exploration().failures().stream().filter(goal::isMetBy).findFirst();
  }

  private static Result result(Run run, Met goal) {
    Optional<Failure> witness = witness(run, goal);
    if (witness.isPresent()) {
      return new Result.StillThere(run, witness.get());
    }
    return run.exploration().exhausted()
        ? new Result.Fixed(run)
        : new Result.Undecided(run, String.join("; ", run.exploration().limits()));
  }
}

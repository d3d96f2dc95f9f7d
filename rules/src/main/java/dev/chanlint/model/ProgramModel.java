package dev.chanlint.model;

import dev.chanlint.model.code.Program;
import dev.chanlint.model.flow.Interruptions;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A program with all that the analyses found out about it.
 *
 * <p>From each entry point the abstract machine runs the program under many schedules, with the
 * values that the sources do not determine left open. Nothing is reported of runs that rest on a
 * guess about code that is not known.
 */
public final class ProgramModel {

  private final Program program;
  private final List<Observations> observations;

  private ProgramModel(Program program, List<Observations> observations) {
    this.program = program;
    this.observations = List.copyOf(observations);
  }

  /**
   * Analyses a program.
   *
   * @param program the code
   * @return the model
   */
  public static ProgramModel of(Program program) {
    CodeIndex index = new CodeIndex(program);
    List<Observations> observations = new ArrayList<>();
    for (Program.EntryPoint entry : program.entryPoints()) {
      observations.add(Search.from(entry, index));
    }
    return new ProgramModel(program, observations);
  }

  /**
   * The code the model is of.
   *
   * @return the program
   */
  public Program program() {
    return program;
  }

  /**
   * What was seen from each entry point.
   *
   * @return in the order of the entry points
   */
  public List<Observations> observations() {
    return observations;
  }

  /**
   * The causes of stuck states.
   *
   * @return from all entry points
   */
  public Stream<Knot> knots() {
    return all(Observations::knots);
  }

  /**
   * Exceptions that nobody catches.
   *
   * @return from all entry points
   */
  public Stream<Panic> panics() {
    return all(Observations::panics);
  }

  /**
   * Unordered accesses.
   *
   * @return from all entry points
   */
  public Stream<Race> races() {
    return all(Observations::races);
  }

  /**
   * Goroutines whose work is lost when the main goroutine returns.
   *
   * @return from all entry points
   */
  public Stream<Outliving> outlivings() {
    return all(Observations::outlivings);
  }

  /**
   * Goroutines that never end.
   *
   * @return from all entry points
   */
  public Stream<Endless> endless() {
    return all(Observations::endless);
  }

  /**
   * Goroutines that wait by going round a loop.
   *
   * @return from all entry points
   */
  public Stream<Spin> spins() {
    return all(Observations::spins);
  }

  /**
   * Interruptions that are caught and forgotten.
   *
   * @return in the whole program, whether an entry point reaches them or not
   */
  public Stream<Swallowed> swallowedInterruptions() {
    return new Interruptions(program).swallowed();
  }

  private <T> Stream<T> all(Function<Observations, List<T>> part) {
    return observations.stream().flatMap(o -> part.apply(o).stream());
  }
}

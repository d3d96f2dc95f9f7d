package dev.chanlint.rules;

import dev.chanlint.model.Panic;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Subject;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule about an exception that an operation raises and nobody catches. */
public abstract class PanicRule extends BasicRule {

  /**
   * A rule.
   *
   * @param id its stable name
   * @param category its kind of mistake
   */
  protected PanicRule(String id, Category category) {
    this(id, category, Set.of(Fault.PANIC));
  }

  /**
   * A rule that other faults confirm too.
   *
   * @param id its stable name
   * @param category its kind of mistake
   * @param confirmedBy the faults that confirm a finding
   */
  protected PanicRule(String id, Category category, Set<Fault> confirmedBy) {
    super(id, category, Level.ERROR, confirmedBy);
  }

  @Override
  public final List<Finding> check(ProgramModel model) {
    return atEachPlace(findings(model));
  }

  /**
   * What the rule reports: the panics that are {@linkplain #isMine its}.
   *
   * @param model the program
   * @return the findings, in order of preference
   */
  protected Stream<Finding> findings(ProgramModel model) {
    return model.panics().filter(this::isMine).map(this::finding);
  }

  /**
   * Whether the rule is about a panic.
   *
   * @param panic the panic
   * @return true if so
   */
  protected abstract boolean isMine(Panic panic);

  /**
   * What goes wrong.
   *
   * @param panic the panic
   * @return the message
   */
  protected abstract String message(Panic panic);

  /**
   * Where the mistake is.
   *
   * @param panic the panic
   * @return the place and its function; by default where it is raised
   */
  protected Site site(Panic panic) {
    return new Site(panic.at(), panic.function());
  }

  /**
   * A place.
   *
   * @param at where
   * @param function in which function
   */
  public record Site(Position at, String function) {}

  private Finding finding(Panic panic) {
    Site site = site(panic);
    List<Finding.Related> related = new ArrayList<>();
    Subject subject = panic.subject();
    if (subject != null) {
      related.add(new Finding.Related(subject.madeAt(), "made here"));
      if (!panic.at().equals(site.at())) {
        related.add(new Finding.Related(panic.at(), "panics here"));
      }
      for (Subject.Event event : subject.all(Operation.CLOSE, Operation.SEND)) {
        if (related.stream().noneMatch(r -> r.at().equals(event.at()))
            && !event.at().equals(site.at())) {
          related.add(
              new Finding.Related(
                  event.at(), event.operation() == Operation.CLOSE ? "closed here" : "sent here"));
        }
      }
    }
    Panic.Teardown teardown = panic.teardown();
    if (teardown != null) {
      related.add(new Finding.Related(teardown.at(), "taken away here"));
    }
    return new Finding(
        id(),
        message(panic),
        site.at(),
        site.function(),
        related,
        panic.routine().spawns(),
        panic.message() + " in " + site.function());
  }

  /**
   * The close that came before a panic.
   *
   * @param panic the panic
   * @return the last close of its channel, or null
   */
  protected static Subject.@Nullable Event close(Panic panic) {
    Subject subject = panic.subject();
    return subject == null ? null : subject.last(Operation.CLOSE);
  }

  /**
   * What the panic is about.
   *
   * @param panic the panic
   * @return the object's description
   */
  protected static String objectOf(Panic panic) {
    Subject subject = panic.subject();
    return subject == null ? "the object" : subject.description();
  }
}

package dev.chanlint.rules;

import dev.chanlint.model.Knot;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.Subject;
import dev.chanlint.model.Waiting;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A rule about goroutines that are stuck for one cause. */
public abstract class StuckRule extends BasicRule {

  private final StuckCause cause;

  /**
   * A rule.
   *
   * @param id its stable name
   * @param category its kind of mistake
   * @param cause why the goroutines that it reports are stuck
   */
  protected StuckRule(String id, Category category, StuckCause cause) {
    super(id, category, Level.WARNING, Set.of(Fault.DEADLOCK, Fault.LEAK));
    this.cause = cause;
  }

  @Override
  public final List<Finding> check(ProgramModel model) {
    return atEachPlace(model.knots().filter(k -> StuckCause.of(k) == cause).map(this::finding));
  }

  /**
   * What goes wrong, in a sentence without the end.
   *
   * @param knot the goroutines that are stuck
   * @param culprit the one that the finding is about
   * @return the message
   */
  protected abstract String message(Knot knot, Waiting culprit);

  /**
   * Where the mistake is.
   *
   * @param knot the goroutines that are stuck
   * @param culprit the one that the finding is about
   * @return by default where that one waits
   */
  protected Position site(Knot knot, Waiting culprit) {
    return culprit.at();
  }

  /**
   * The function that the mistake is in.
   *
   * @param knot the goroutines that are stuck
   * @param culprit the one that the finding is about
   * @return by default the one in which that one waits
   */
  protected String function(Knot knot, Waiting culprit) {
    return culprit.function();
  }

  private Finding finding(Knot knot) {
    Waiting culprit = StuckCause.culprit(knot);
    Set<Position> spawns = new LinkedHashSet<>();
    knot.members().forEach(w -> spawns.addAll(w.routine().spawns()));
    return new Finding(
        id(),
        message(knot, culprit),
        site(knot, culprit),
        function(knot, culprit),
        related(knot, culprit).stream().filter(r -> !r.at().equals(site(knot, culprit))).toList(),
        List.copyOf(spawns),
        subject(culprit));
  }

  /** Without the names of what it waits for: a variable may be renamed without being another. */
  private static String subject(Waiting waiting) {
    List<Subject.Kind> kinds = waiting.subjects().stream().map(Subject::kind).toList();
    return waiting.operation().word() + " " + kinds + " in " + waiting.function();
  }

  private static List<Finding.Related> related(Knot knot, Waiting culprit) {
    List<Finding.Related> related = new ArrayList<>();
    add(related, culprit.at(), culprit.routine().description() + " waits here");
    for (Subject subject : culprit.subjects()) {
      add(related, subject.madeAt(), made(subject));
      partners(culprit, subject).forEach(e -> add(related, e.at(), past(e)));
    }
    Subject ignored = culprit.ignored();
    if (ignored != null) {
      ignored
          .all(Operation.CLOSE, Operation.WATCH)
          .forEach(e -> add(related, e.at(), pastOfStop(e)));
    }
    for (Waiting.Held held : knot.holders()) {
      add(related, held.at(), "locked here and not released");
    }
    for (Waiting.Held held : culprit.holding()) {
      add(related, held.at(), "locked here: " + held.lock().description());
    }
    for (Waiting other : knot.members()) {
      if (other != culprit) {
        add(related, other.at(), other.routine().description() + " waits here");
        other.holding().forEach(h -> add(related, h.at(), "and locked this here"));
      }
    }
    return related;
  }

  private static String made(Subject subject) {
    String article = subject.description().replaceFirst(" made at line \\d+$", "");
    return article + " is made here";
  }

  private static List<Subject.Event> partners(Waiting waiting, Subject subject) {
    return switch (waiting.operation()) {
      case SEND -> subject.all(Operation.RECEIVE, Operation.RANGE);
      case RECEIVE, RANGE, SELECT -> subject.all(Operation.SEND);
      case AWAIT -> subject.all(Operation.ADD, Operation.DONE);
      default -> List.of();
    };
  }

  private static String pastOfStop(Subject.Event event) {
    return event.operation() == Operation.CLOSE ? "stopped here" : "obeyed here";
  }

  private static String past(Subject.Event event) {
    return switch (event.operation()) {
      case SEND -> "sent here";
      case RECEIVE, RANGE -> "received here";
      case ADD -> "added here";
      case DONE -> "done here";
      default -> event.operation().word() + " here";
    };
  }

  private static void add(List<Finding.Related> related, Position at, String message) {
    if (related.size() < 8 && related.stream().noneMatch(r -> r.at().equals(at))) {
      related.add(new Finding.Related(at, message));
    }
  }

  /**
   * Names a goroutine at the start of a sentence.
   *
   * @param waiting the goroutine
   * @return its description with a capital letter
   */
  protected static String subjectOf(Waiting waiting) {
    String text = waiting.routine().description();
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /**
   * Names what a goroutine waits on.
   *
   * @param waiting the goroutine
   * @return one object, or the cases of a select
   */
  protected static String objectOf(Waiting waiting) {
    return waiting.subjects().isEmpty()
        ? "no channel at all"
        : String.join(
            " and ", waiting.subjects().stream().map(Subject::description).distinct().toList());
  }
}

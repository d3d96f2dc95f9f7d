package dev.chanlint.rules.close;

import dev.chanlint.model.Panic;
import dev.chanlint.model.Routine;
import dev.chanlint.model.Subject;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.PanicRule;
import java.util.List;

/** A channel closed by the side that receives while others send. */
public final class CloseByConsumer extends PanicRule {

  /** The rule. */
  public CloseByConsumer() {
    super("close-by-consumer", Category.CLOSE);
  }

  @Override
  protected boolean isMine(Panic panic) {
    Subject subject = panic.subject();
    Subject.Event close = close(panic);
    return panic.message().equals("send on closed channel")
        && subject != null
        && close != null
        && !close.by().equals(panic.routine())
        && takesPart(close.by(), subject.all(Operation.RECEIVE, Operation.RANGE))
        && !takesPart(close.by(), subject.all(Operation.SEND));
  }

  private static boolean takesPart(Routine routine, List<Subject.Event> events) {
    return events.stream().anyMatch(e -> e.by().equals(routine));
  }

  @Override
  protected String message(Panic panic) {
    return "The side that receives closes "
        + objectOf(panic)
        + " while "
        + panic.routine().description()
        + " can still send on it at line "
        + panic.at().line()
        + ", which then panics";
  }

  @Override
  protected Site site(Panic panic) {
    Subject.Event close = close(panic);
    return close == null ? super.site(panic) : new Site(close.at(), close.function());
  }
}

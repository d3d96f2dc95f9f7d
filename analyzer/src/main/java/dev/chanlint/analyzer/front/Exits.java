package dev.chanlint.analyzer.front;

import static java.util.Objects.requireNonNull;

import dev.chanlint.analyzer.front.Code.Catch;
import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.analyzer.front.Code.Region;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ways out of nested statements. Each way runs the clean-up of every statement that it leaves,
 * as a copy of its own, as compilers do.
 */
final class Exits {

  private final Body body;
  private @Nullable Frame innermost;

  Exits(Body body) {
    this.body = body;
  }

  private sealed interface Frame {
    @Nullable Frame outer();
  }

  /** A statement that break, continue or yield can name. */
  private record Breakable(@Nullable Frame outer, Target target) implements Frame {}

  /** A statement that does something however it is left. */
  private record Cleanup(@Nullable Frame outer, @Nullable Region region, Runnable code)
      implements Frame {}

  /**
   * Where jumps out of a statement lead.
   *
   * @param label the statement's label, if any
   * @param kind what can leave it
   * @param onBreak where break leads, or yield from a switch expression
   * @param onContinue where continue leads, for a loop
   * @param result receives what a switch expression yields
   */
  record Target(
      @Nullable String label,
      Kind kind,
      Draft onBreak,
      @Nullable Draft onContinue,
      @Nullable Variable result) {

    enum Kind {
      LOOP,
      SWITCH,
      SWITCH_EXPRESSION,
      LABELLED
    }
  }

  /** Runs something that jumps can leave. */
  void within(Target target, Runnable inner) {
    Frame outer = innermost;
    innermost = new Breakable(outer, target);
    inner.run();
    innermost = outer;
  }

  /**
   * Runs something that is cleaned up after.
   *
   * @param cleanup lowers what to do when it is left normally or by a jump
   * @param onException lowers what to do with the exception, before it goes on
   */
  void guarded(Runnable inner, Runnable cleanup, Consumer<Variable> onException, Position at) {
    Frame outerFrame = innermost;
    Region outerRegion = body.code.region();
    Variable exception = body.temporary(TypeTable.THROWABLE);
    Draft handler = new Draft();
    Draft after = new Draft();
    List<Catch> catches = List.of(new Catch(TypeTable.THROWABLE, exception, handler, at));
    body.code.enter(new Region(outerRegion, catches), at);
    innermost = new Cleanup(outerFrame, outerRegion, cleanup);
    inner.run();
    innermost = outerFrame;
    body.code.enter(outerRegion, at);
    if (body.code.live()) {
      cleanup.run();
    }
    body.code.jump(after, at);
    body.code.start(handler);
    if (body.code.live()) {
      onException.accept(exception);
    }
    body.raise(exception, at);
    body.code.start(after);
  }

  void leave(@Nullable String label, Position at) {
    Breakable left = find("break", target -> leaves(target, label));
    unwind(left, at, () -> body.code.jump(left.target().onBreak(), at));
  }

  private static boolean leaves(Target target, @Nullable String label) {
    return label == null
        ? target.kind() == Target.Kind.LOOP || target.kind() == Target.Kind.SWITCH
        : label.equals(target.label());
  }

  void next(@Nullable String label, Position at) {
    Breakable loop =
        find(
            "continue",
            target ->
                target.onContinue() != null && (label == null || label.equals(target.label())));
    Draft head = requireNonNull(loop.target().onContinue());
    unwind(loop, at, () -> body.code.jump(head, at));
  }

  /** Where the value goes that a yield gives. */
  Variable yielding() {
    return requireNonNull(find("yield", target -> target.result() != null).target().result());
  }

  /** Whether anything is cleaned up on the way out of the body. */
  boolean hasCleanup() {
    for (Frame frame = innermost; frame != null; frame = frame.outer()) {
      if (frame instanceof Cleanup) {
        return true;
      }
    }
    return false;
  }

  void yield(Position at) {
    Breakable left = find("yield", target -> target.result() != null);
    unwind(left, at, () -> body.code.jump(left.target().onBreak(), at));
  }

  void giveBack(@Nullable Variable value, Position at) {
    unwind(null, at, () -> body.code.choose(List.of(), _ -> new Terminator.Return(value, at)));
  }

  private Breakable find(String statement, Predicate<Target> wanted) {
    for (Frame frame = innermost; frame != null; frame = frame.outer()) {
      if (frame instanceof Breakable breakable && wanted.test(breakable.target())) {
        return breakable;
      }
    }
    throw new NotUnderstood(statement + " with nothing to leave");
  }

  /** Cleans up on the way out to a frame, or all the way out, and does the last step there. */
  private void unwind(@Nullable Frame end, Position at, Runnable last) {
    Frame savedFrame = innermost;
    Region savedRegion = body.code.region();
    for (Frame frame = innermost; frame != end && frame != null; frame = frame.outer()) {
      if (frame instanceof Cleanup(Frame outer, Region region, Runnable cleanup)) {
        innermost = outer;
        body.code.enter(region, at);
        cleanup.run();
      }
    }
    last.run();
    innermost = savedFrame;
    body.code.restore(savedRegion);
  }
}

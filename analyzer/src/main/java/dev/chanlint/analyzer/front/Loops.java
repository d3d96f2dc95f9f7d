package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.analyzer.front.Exits.Target;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.List;
import spoon.reflect.code.CtDo;
import spoon.reflect.code.CtFor;
import spoon.reflect.code.CtForEach;
import spoon.reflect.code.CtLoop;
import spoon.reflect.code.CtWhile;

/** Lowers loops. */
final class Loops {

  private final Body body;
  private final Lowerings to;

  Loops(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  void lower(CtWhile loop) {
    Position at = body.lowering.positions.firstLine(loop);
    Draft head = new Draft();
    Draft inside = new Draft();
    Draft after = new Draft();
    body.code.jump(head, at);
    body.code.start(head);
    to.expressions().branch(loop.getLoopingExpression(), inside, after);
    body.code.start(inside);
    repeated(loop, after, head);
    body.code.jump(head, at);
    body.code.start(after);
  }

  void lower(CtDo loop) {
    Position at = body.lowering.positions.firstLine(loop);
    Draft head = new Draft();
    Draft test = new Draft();
    Draft after = new Draft();
    body.code.jump(head, at);
    body.code.start(head);
    repeated(loop, after, test);
    body.code.jump(test, at);
    body.code.start(test);
    to.expressions().branch(loop.getLoopingExpression(), head, after);
    body.code.start(after);
  }

  void lower(CtFor loop) {
    body.scoped(
        () -> {
          loop.getForInit().forEach(to.statements()::lower);
          Position at = body.lowering.positions.firstLine(loop);
          Draft head = new Draft();
          Draft inside = new Draft();
          Draft update = new Draft();
          Draft after = new Draft();
          body.code.jump(head, at);
          body.code.start(head);
          if (loop.getExpression() == null) {
            body.code.jump(inside, at);
          } else {
            to.expressions().branch(loop.getExpression(), inside, after);
          }
          body.code.start(inside);
          repeated(loop, after, update);
          body.code.jump(update, at);
          body.code.start(update);
          loop.getForUpdate().forEach(to.statements()::lower);
          body.code.jump(head, at);
          body.code.start(after);
        });
  }

  void lower(CtForEach loop) {
    Position at = body.lowering.positions.ofHeader(loop, loop.getExpression(), loop.getBody());
    Variable iterable = to.expressions().value(loop.getExpression());
    body.scoped(
        () -> {
          Variable element =
              body.declare(
                  loop.getVariable().getSimpleName(), Names.erased(loop.getVariable().getType()));
          Draft head = new Draft();
          Draft inside = new Draft();
          Draft after = new Draft();
          body.code.jump(head, at);
          body.code.start(head);
          body.code.end(
              List.of(inside, after),
              indices ->
                  new Terminator.ForEach(
                      iterable, element, indices.getFirst(), indices.getLast(), at));
          body.code.start(inside);
          repeated(loop, after, head);
          body.code.jump(head, at);
          body.code.start(after);
        });
  }

  private void repeated(CtLoop loop, Draft onBreak, Draft onContinue) {
    Target target = new Target(loop.getLabel(), Target.Kind.LOOP, onBreak, onContinue, null);
    body.exits.within(target, () -> to.statements().nested(loop.getBody()));
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Catch;
import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.analyzer.front.Code.Region;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Dispatch;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import spoon.reflect.code.CtCatch;
import spoon.reflect.code.CtCatchVariable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLocalVariable;
import spoon.reflect.code.CtResource;
import spoon.reflect.code.CtSynchronized;
import spoon.reflect.code.CtTry;
import spoon.reflect.code.CtTryWithResource;
import spoon.reflect.reference.CtTypeReference;

/** Lowers statements that do something on every way out. */
final class Tries {

  private static final MethodRef ADD_SUPPRESSED =
      new MethodRef(
          TypeTable.THROWABLE, "addSuppressed", List.of(TypeTable.THROWABLE), "void", false);

  private final Body body;
  private final Lowerings to;

  Tries(Body body, Lowerings to) {
    this.body = body;
    this.to = to;
  }

  // synchronized

  void lower(CtSynchronized block) {
    Position at = body.lowering.positions.ofHeader(block, block.getExpression(), block.getBlock());
    Variable lock = to.expressions().value(block.getExpression());
    Variable held = lock.isTemporary() ? lock : to.expressions().copied(lock, at);
    Position end = body.lowering.positions.ofEnd(block.getBlock());
    holding(held, () -> to.statements().block(block.getBlock()), at, end);
  }

  /** Runs something with a monitor held. */
  void holding(Variable lock, Runnable inner, Position at, Position end) {
    body.code.emit(new Instruction.EnterMonitor(lock, at));
    Runnable exit = () -> body.code.emit(new Instruction.ExitMonitor(lock, end));
    body.exits.guarded(inner, exit, _ -> exit.run(), at);
  }

  // try

  void lower(CtTry attempt) {
    Position at = at(attempt);
    if (attempt.getFinalizer() == null) {
      catching(attempt, at);
      return;
    }
    Runnable cleanup = () -> to.statements().block(attempt.getFinalizer());
    body.exits.guarded(() -> catching(attempt, at), cleanup, _ -> cleanup.run(), at);
  }

  private void catching(CtTry attempt, Position at) {
    if (attempt.getCatchers().isEmpty()) {
      inside(attempt);
      return;
    }
    Region outer = body.code.region();
    Draft after = new Draft();
    List<Catch> catches = new ArrayList<>();
    List<Catch> firsts = new ArrayList<>();
    for (CtCatch catcher : attempt.getCatchers()) {
      List<Catch> alternatives = catches(catcher);
      catches.addAll(alternatives);
      firsts.add(alternatives.getFirst());
    }
    body.code.enter(new Region(outer, catches), at);
    inside(attempt);
    body.code.enter(outer, at);
    body.code.jump(after, at);
    for (int i = 0; i < firsts.size(); i++) {
      handler(attempt.getCatchers().get(i), firsts.get(i));
      body.code.jump(after, at);
    }
    body.code.start(after);
  }

  private List<Catch> catches(CtCatch catcher) {
    CtCatchVariable<?> parameter = catcher.getParameter();
    List<CtTypeReference<?>> types = parameter.getMultiTypes();
    String type =
        types.size() == 1 ? Names.erased(types.getFirst()) : Names.erased(parameter.getType());
    String common = type.equals(TypeTable.OBJECT) ? TypeTable.THROWABLE : type;
    Variable exception = body.fresh(parameter.getSimpleName(), common);
    Draft target = new Draft();
    Position at = body.lowering.positions.firstLine(catcher);
    return types.isEmpty()
        ? List.of(new Catch(common, exception, target, at))
        : types.stream()
            .map(alternative -> new Catch(Names.erased(alternative), exception, target, at))
            .toList();
  }

  private void handler(CtCatch catcher, Catch taken) {
    body.code.start(taken.target());
    body.scoped(
        () -> {
          body.bind(taken.exception());
          to.statements().block(catcher.getBody());
        });
  }

  // try-with-resources

  private void inside(CtTry attempt) {
    if (attempt instanceof CtTryWithResource withResources) {
      body.scoped(() -> using(withResources, 0));
    } else {
      to.statements().block(attempt.getBody());
    }
  }

  /** Opens a resource, does the rest, and closes it on every way out. */
  private void using(CtTryWithResource attempt, int index) {
    if (index == attempt.getResources().size()) {
      to.statements().block(attempt.getBody());
      return;
    }
    CtResource<?> source = attempt.getResources().get(index);
    Variable resource = open(source);
    boolean certain = isCertain(source);
    Position end = body.lowering.positions.ofEnd(attempt.getBody());
    Position start = body.lowering.positions.ofKeyword(attempt, "try");
    body.exits.guarded(
        () -> using(attempt, index + 1),
        () -> unlessNull(resource, certain, () -> close(resource, end), end),
        primary -> unlessNull(resource, certain, () -> closeAfter(resource, primary, start), start),
        at(attempt));
  }

  private Variable open(CtResource<?> source) {
    if (source instanceof CtLocalVariable<?> local) {
      to.statements().lower(local);
      return body.lookup(local.getSimpleName(), body.lowering.positions.of(local))
          .orElseThrow(() -> new NotUnderstood("a resource that is not declared"));
    }
    CtExpression<?> expression = (CtExpression<?>) source;
    return to.expressions().copied(to.expressions().value(expression), at(expression));
  }

  private static boolean isCertain(CtResource<?> source) {
    return source instanceof CtLocalVariable<?> local
        && local.getDefaultExpression() instanceof CtConstructorCall;
  }

  private void unlessNull(Variable resource, boolean certain, Runnable action, Position at) {
    if (certain) {
      action.run();
      return;
    }
    Variable nothing = body.constant(null, TypeTable.OBJECT, at);
    Variable open = body.temporary("boolean");
    body.code.emit(new Instruction.Operator(open, "!=", List.of(resource, nothing), at));
    body.choose(open, action, () -> {}, at);
  }

  private void close(Variable resource, Position at) {
    MethodRef close =
        body.lowering
            .types
            .method(resource.type(), "close", List.of())
            .map(TypeTable.Method::ref)
            .orElseGet(
                () -> new MethodRef("java.lang.AutoCloseable", "close", List.of(), "void", false));
    call(resource, close, List.of(), at);
  }

  /** Closes after an exception; another one that this throws is kept with the first. */
  private void closeAfter(Variable resource, Variable primary, Position at) {
    Region outer = body.code.region();
    Variable second = body.temporary(TypeTable.THROWABLE);
    Draft handler = new Draft();
    Draft after = new Draft();
    Catch caught = new Catch(TypeTable.THROWABLE, second, handler, at);
    body.code.enter(new Region(outer, List.of(caught)), at);
    close(resource, at);
    body.code.enter(outer, at);
    body.code.jump(after, at);
    body.code.start(handler);
    call(primary, ADD_SUPPRESSED, List.of(second), at);
    body.code.jump(after, at);
    body.code.start(after);
  }

  private void call(Variable receiver, MethodRef method, List<Variable> arguments, Position at) {
    body.code.emit(
        new Instruction.Call(
            null, method, receiver, arguments, Dispatch.VIRTUAL, receiver.type(), true, false, at));
  }

  private Position at(spoon.reflect.declaration.CtElement element) {
    return body.lowering.positions.firstLine(element);
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.FunctionFacet;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functional interfaces' own methods: those that make a function of others. */
final class Functions {

  private static final String PACKAGE = "java.util.function.";

  private Functions() {}

  /** Whether a type is one of the functional interfaces. */
  static boolean declares(String owner) {
    return owner.startsWith(PACKAGE);
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "identity" -> call -> give(call, List.of(), inner -> inner.give(inner.argument(0)));
      case "andThen" -> Functions::andThen;
      case "compose" -> call -> give(call, both(call), inner -> pipe(inner, 1, 0));
      case "negate" -> call -> give(call, List.of(call.self()), Functions::negated);
      case "not" -> call -> give(call, call.arguments(), Functions::negated);
      case "and" -> call -> give(call, both(call), inner -> shortCut(inner, false));
      case "or" -> call -> give(call, both(call), inner -> shortCut(inner, true));
      default -> null;
    };
  }

  private static List<Value> both(Invocation call) {
    return List.of(call.self(), call.argument(0));
  }

  static void give(Invocation call, List<Value> of, Facet.Handler body) {
    Thing function = call.machine().allocate(call.goroutine(), call.method().owner(), call.at());
    function.setFacet(new Made(call.method().name(), of, body));
    call.give(function);
  }

  /** One of the functions that the function called was made of. */
  static Value part(Invocation call, int index) {
    return call.self(Made.class).of().get(index);
  }

  private static void andThen(Invocation call) {
    boolean isConsumer = call.method().owner().endsWith("Consumer");
    give(call, both(call), isConsumer ? Functions::inTurn : inner -> pipe(inner, 0, 1));
  }

  /** Both with the same arguments, one after the other. */
  private static void inTurn(Invocation call) {
    call.callBack(
        part(call, 0),
        call.arguments(),
        first -> call.callBack(part(call, 1), call.arguments(), second -> call.done()));
  }

  /** One with the arguments, the other with its result. */
  private static void pipe(Invocation call, int first, int second) {
    call.callBack(
        part(call, first),
        call.arguments(),
        result -> call.callBack(part(call, second), List.of(result), call::give));
  }

  private static void negated(Invocation call) {
    call.callBack(
        part(call, 0),
        call.arguments(),
        result -> call.give(Value.of(!call.machine().decide(result, true))));
  }

  /** One, and the other unless the first has decided. */
  private static void shortCut(Invocation call, boolean deciding) {
    call.callBack(
        part(call, 0),
        call.arguments(),
        first -> {
          if (call.machine().decide(first, true) == deciding) {
            call.give(Value.of(deciding));
          } else {
            call.callBack(part(call, 1), call.arguments(), call::give);
          }
        });
  }

  /**
   * A function made of others.
   *
   * @param what the method that made it
   * @param of the others
   * @param body what a call of it does
   */
  private record Made(String what, List<Value> of, Handler body) implements FunctionFacet {

    @Override
    public void call(Invocation call) {
      body.perform(call);
    }

    @Override
    public @Nullable Handler method(String name, int arity) {
      return handler(name) == null && Ordering.handler(name) == null ? body : null;
    }

    @Override
    public Collection<Value> contents() {
      return of;
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(what.hashCode());
      sink.addAll(of);
    }
  }
}

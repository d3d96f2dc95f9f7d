package dev.chanlint.model.library;

import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code Optional}. */
final class Options implements Facet {

  private static final Set<String> QUESTIONS =
      Set.of("isPresent", "isEmpty", "get", "getAsInt", "getAsLong", "getAsDouble");

  /** What is in it; null if it is empty. */
  private final @Nullable Value value;

  /** Who took away what was where an empty one is now. */
  private Value.@Nullable Origin taken;

  private Options(@Nullable Value value) {
    this.value = value;
  }

  /** Whether a method gives something about an optional, and runs and keeps nothing. */
  static boolean isQuestion(MethodRef method) {
    return method.owner().startsWith("java.util.Optional") && QUESTIONS.contains(method.name());
  }

  static Thing of(Invocation call, @Nullable Value value) {
    Thing optional = call.machine().allocate(call.goroutine(), "java.util.Optional", call.at());
    optional.setFacet(new Options(value));
    return optional;
  }

  private static Thing ofNullable(Invocation call, Value value) {
    return value instanceof Value.Null nothing ? empty(call, nothing.origin()) : of(call, value);
  }

  private static Thing empty(Invocation call, Value.@Nullable Origin taken) {
    Options empty = new Options(null);
    empty.taken = taken;
    Thing optional = of(call, null);
    optional.setFacet(empty);
    return optional;
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "of" -> call -> call.give(of(call, call.argument(0)));
      case "empty" -> call -> call.give(of(call, null));
      case "ofNullable" -> call -> call.give(ofNullable(call, call.argument(0)));
      default -> null;
    };
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "toString" -> call -> Elements.text(call, contents());
      case "isPresent" -> call -> call.give(Value.of(value != null));
      case "isEmpty" -> call -> call.give(Value.of(value == null));
      case "get", "getAsInt", "getAsLong", "getAsDouble" -> this::get;
      case "orElseThrow" -> arity == 0 ? this::get : this::orElseThrow;
      case "ifPresentOrElse" -> this::ifPresentOrElse;
      case "filter" -> this::filter;
      case "flatMap" -> call -> callOrSelf(call, call::give);
      case "or" -> this::or;
      case "stream" ->
          call -> call.give(Streams.of(call, value == null ? List.of() : List.of(value)));
      case "orElse" -> call -> call.give(value != null ? value : instead(call.argument(0)));
      case "orElseGet" -> this::orElseGet;
      case "ifPresent" -> this::ifPresent;
      case "map" -> call -> callOrSelf(call, mapped -> call.give(ofNullable(call, mapped)));
      default -> null;
    };
  }

  private void get(Invocation call) {
    if (value != null) {
      call.give(value);
    } else {
      call.raiseMissing("java.util.NoSuchElementException", "No value present", taken);
    }
  }

  private Value instead(Value given) {
    return given instanceof Value.Null ? new Value.Null(taken) : given;
  }

  @Override
  public void replaces(Facet before, Value.Origin takenAway) {
    if (value == null && before instanceof Options other && other.value != null) {
      taken = takenAway;
    }
  }

  private void orElseGet(Invocation call) {
    if (value != null) {
      call.give(value);
    } else {
      call.callBack(call.argument(0), List.of(), call::give);
    }
  }

  private void ifPresent(Invocation call) {
    if (value != null) {
      call.callBack(call.argument(0), List.of(value), v -> call.done());
    } else {
      call.done();
    }
  }

  private void orElseThrow(Invocation call) {
    if (value != null) {
      call.give(value);
    } else {
      call.callBack(
          call.argument(0),
          List.of(),
          exception -> call.machine().raise(call.goroutine(), exception));
    }
  }

  private void ifPresentOrElse(Invocation call) {
    if (value != null) {
      ifPresent(call);
    } else {
      call.callBack(call.argument(1), List.of(), v -> call.done());
    }
  }

  private void filter(Invocation call) {
    callOrSelf(
        call,
        passed -> call.give(call.machine().decide(passed, true) ? call.self() : of(call, null)));
  }

  private void or(Invocation call) {
    if (value != null) {
      call.giveSelf();
    } else {
      call.callBack(call.argument(0), List.of(), call::give);
    }
  }

  /** Calls a function with what is in it; an empty one is its own result. */
  private void callOrSelf(Invocation call, Consumer<Value> then) {
    if (value != null) {
      call.callBack(call.argument(0), List.of(value), then);
    } else {
      call.giveSelf();
    }
  }

  @Override
  public Collection<Value> contents() {
    return value == null ? List.of() : List.of(value);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(value);
  }
}

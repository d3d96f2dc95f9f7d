package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Optional}.
 *
 * @param value what is in it; null if it is empty
 */
record Options(@Nullable Value value) implements Facet {

  static Thing of(Invocation call, @Nullable Value value) {
    Thing optional = call.machine().allocate(call.goroutine(), "java.util.Optional", call.at());
    optional.setFacet(new Options(value));
    return optional;
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "of" -> call -> call.give(of(call, call.argument(0)));
      case "empty" -> call -> call.give(of(call, null));
      case "ofNullable" ->
          call ->
              call.give(of(call, call.argument(0) instanceof Value.Null ? null : call.argument(0)));
      default -> null;
    };
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "isPresent" -> call -> call.give(Value.of(value != null));
      case "isEmpty" -> call -> call.give(Value.of(value == null));
      case "get", "orElseThrow", "getAsInt" -> this::get;
      case "orElse" -> call -> call.give(value != null ? value : call.argument(0));
      case "orElseGet" -> this::orElseGet;
      case "ifPresent" -> this::ifPresent;
      case "map" -> this::map;
      default -> null;
    };
  }

  private void get(Invocation call) {
    if (value != null) {
      call.give(value);
    } else {
      call.raise("java.util.NoSuchElementException", "No value present");
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

  private void map(Invocation call) {
    if (value != null) {
      call.callBack(call.argument(0), List.of(value), v -> call.give(of(call, v)));
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

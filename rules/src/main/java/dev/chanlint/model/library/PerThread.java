package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ThreadLocal}: a value for each goroutine. */
final class PerThread implements Facet {

  private final Map<Goroutine, Value> values = new HashMap<>();
  private @Nullable Value supplier;

  static void withInitial(Invocation call) {
    Thing made = call.machine().allocate(call.goroutine(), "java.lang.ThreadLocal", call.at());
    if (made.facet() instanceof PerThread local) {
      local.supplier = call.argument(0);
    }
    call.give(made);
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "get" -> this::get;
      case "set" -> this::set;
      case "remove" ->
          call -> {
            values.remove(call.goroutine());
            call.done();
          };
      default -> null;
    };
  }

  private void get(Invocation call) {
    Value present = values.get(call.goroutine());
    if (present != null) {
      call.give(present);
    } else if (supplier == null) {
      call.give(Value.NULL);
    } else {
      call.callBack(
          supplier,
          List.of(),
          made -> {
            values.put(call.goroutine(), made);
            call.give(made);
          });
    }
  }

  private void set(Invocation call) {
    values.put(call.goroutine(), call.argument(0));
    call.done();
  }

  @Override
  public Collection<Value> contents() {
    return values.values();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    values.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> e.getKey().number()))
        .forEach(
            e -> {
              sink.add(e.getKey());
              sink.add(e.getValue());
            });
  }
}

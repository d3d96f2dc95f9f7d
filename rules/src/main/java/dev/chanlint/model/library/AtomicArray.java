package dev.chanlint.model.library;

import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code AtomicIntegerArray} and its siblings: an {@link Atomic} for each element. */
final class AtomicArray implements Facet {

  private final Value initial;
  private final Map<Integer, Atomic> elements = new TreeMap<>();
  private Value length = Value.of(0);

  AtomicArray(Value initial) {
    this.initial = initial;
  }

  void construct(Invocation call) {
    if (call.thing(0) instanceof Thing source && source.facet() instanceof ArrayFacet array) {
      length = array.length();
      array.elements().forEach((index, value) -> elements.put(index, new Atomic(value)));
    } else {
      length = call.argument(0);
    }
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    if (name.equals("length")) {
      return call -> call.give(length);
    }
    return arity == 0 || new Atomic(initial).method(name, arity - 1) == null
        ? null
        : call -> onElement(call, name);
  }

  private void onElement(Invocation call, String name) {
    if (!(call.argument(0) instanceof Value.Known(Integer index))) {
      call.giveUnknown();
      return;
    }
    if (index < 0 || (length instanceof Value.Known(Integer known) && index >= known)) {
      call.raise("java.lang.IndexOutOfBoundsException", "index " + index);
      return;
    }
    Handler handler = element(index).method(name, call.arguments().size() - 1);
    if (handler != null) {
      handler.perform(call.without(0));
    }
  }

  private Atomic element(int index) {
    return elements.computeIfAbsent(index, k -> new Atomic(initial));
  }

  @Override
  public Collection<Value> contents() {
    return elements.values().stream().flatMap(e -> e.contents().stream()).toList();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    elements.forEach(
        (index, element) -> {
          sink.add(index);
          element.fingerprint(sink);
        });
  }
}

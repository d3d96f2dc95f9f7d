package dev.chanlint.model.library;

import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The static methods of {@code java.util.Arrays}. */
final class Arrays {

  private Arrays() {}

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "stream" -> Arrays::stream;
      case "fill" -> Arrays::fill;
      case "setAll" -> Arrays::setAll;
      case "copyOf" -> Arrays::copy;
      default -> null;
    };
  }

  private static @Nullable ArrayFacet array(Invocation call) {
    Thing array = call.thing(0);
    return array == null ? null : array.facet(ArrayFacet.class);
  }

  private static @Nullable List<Value> elements(Invocation call) {
    ArrayFacet array = array(call);
    return array == null ? null : array.all();
  }

  private static void touch(Invocation call, int index, boolean isWrite) {
    call.machine()
        .access(
            call.goroutine(), new Memory.Location(call.thing(0), index), isWrite, false, call.at());
  }

  private static void stream(Invocation call) {
    List<Value> elements = elements(call);
    if (elements == null || call.arguments().size() != 1) {
      call.giveUnknown();
      return;
    }
    for (int n = 0; n < elements.size(); n++) {
      touch(call, n, false);
    }
    call.give(Streams.of(call, elements));
  }

  private static void fill(Invocation call) {
    List<Value> elements = elements(call);
    if (elements == null || call.arguments().size() != 2) {
      call.giveUnknown();
    } else {
      replace(call, Collections.nCopies(elements.size(), call.argument(1)));
    }
  }

  private static void setAll(Invocation call) {
    List<Value> elements = elements(call);
    if (elements == null) {
      call.giveUnknown();
      return;
    }
    List<Value> indices = IntStream.range(0, elements.size()).mapToObj(Value::of).toList();
    Elements.map(call, indices, call.argument(1), values -> replace(call, values));
  }

  private static void replace(Invocation call, List<Value> values) {
    ArrayFacet array = array(call);
    for (int n = 0; array != null && n < values.size(); n++) {
      touch(call, n, true);
      array.elements().put(n, values.get(n));
    }
    call.done();
  }

  private static void copy(Invocation call) {
    List<Value> elements = elements(call);
    ArrayFacet source = array(call);
    if (source == null || elements == null) {
      call.giveUnknown();
      return;
    }
    ArrayFacet copy = new ArrayFacet(source.elementType(), call.argument(1));
    for (int n = 0; n < Math.min(elements.size(), call.number(1, elements.size())); n++) {
      touch(call, n, false);
      copy.elements().put(n, elements.get(n));
    }
    Thing made = call.machine().allocate(call.goroutine(), source.elementType() + "[]", call.at());
    made.setFacet(copy);
    call.give(made);
  }
}

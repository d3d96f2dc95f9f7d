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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The static methods of {@code java.util.Arrays}. */
final class Arrays {

  private Arrays() {}

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "stream" -> Arrays::stream;
      case "fill" -> Arrays::fill;
      case "setAll" -> Arrays::setAll;
      case "copyOf" -> call -> copy(call, 0, call.argument(1));
      case "copyOfRange" -> Arrays::copyOfRange;
      case "sort" -> Arrays::sort;
      case "toString", "hashCode" -> Arrays::read;
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

  /** Gives something that is made of all elements. */
  private static void read(Invocation call) {
    List<Value> elements = elements(call);
    if (elements == null) {
      call.giveUnknown();
      return;
    }
    for (int n = 0; n < elements.size(); n++) {
      touch(call, n, false);
    }
    call.give(call.machine().derive(call.method().name(), elements, call.method().result()));
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

  private static void copyOfRange(Invocation call) {
    if (call.argument(1) instanceof Value.Known(Integer from)
        && call.argument(2) instanceof Value.Known(Integer to)
        && 0 <= from
        && from <= to) {
      copy(call, from, Value.of(to - from));
    } else {
      call.machine().escape(call.argument(0));
      call.giveUnknown();
    }
  }

  private static void copy(Invocation call, int from, Value length) {
    List<Value> elements = elements(call);
    ArrayFacet source = array(call);
    if (source == null || elements == null) {
      call.giveUnknown();
      return;
    }
    int most = Math.max(0, elements.size() - from);
    int count = length instanceof Value.Known(Integer known) ? Math.min(known, most) : most;
    ArrayFacet copy = new ArrayFacet(source.elementType(), length);
    for (int n = 0; n < count; n++) {
      touch(call, from + n, false);
      copy.elements().put(n, elements.get(from + n));
    }
    Thing made = call.machine().allocate(call.goroutine(), source.elementType() + "[]", call.at());
    made.setFacet(copy);
    call.give(made);
  }

  /** {@code System.arraycopy}. */
  static void transfer(Invocation call) {
    List<Value> elements = elements(call);
    Thing target = call.thing(2);
    boolean isKnown =
        target != null
            && target.facet() instanceof ArrayFacet
            && Stream.of(1, 3, 4).allMatch(n -> call.argument(n) instanceof Value.Known);
    if (elements == null || target == null || !isKnown) {
      call.machine().escape(call.argument(0));
      call.machine().escape(call.argument(2));
    } else {
      int from = Math.clamp(call.number(1, 0), 0, elements.size());
      int to = Math.clamp(from + call.number(4, 0), from, elements.size());
      transfer(call, elements, from, to, target);
    }
    call.done();
  }

  private static void transfer(
      Invocation call, List<Value> elements, int from, int to, Thing target) {
    ArrayFacet into = target.facet(ArrayFacet.class);
    for (int n = from; into != null && n < to; n++) {
      touch(call, n, false);
      int at = call.number(3, 0) + n - from;
      Memory.Location written = new Memory.Location(target, at);
      call.machine().access(call.goroutine(), written, true, false, call.at());
      into.elements().put(at, elements.get(n));
    }
  }

  private static void sort(Invocation call) {
    List<Value> elements = elements(call);
    if (elements == null || call.arguments().size() > 2) {
      call.machine().escape(call.argument(0));
      call.done();
      return;
    }
    Value order = call.arguments().size() == 2 ? call.argument(1) : Value.NULL;
    Ordering.sort(call, elements, order, sorted -> replace(call, sorted));
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Iterated;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Running over elements with calls back into the program. */
final class Elements {

  private Elements() {}

  /** The elements of a collection or array, or null if they are not known. */
  static @Nullable List<Value> elements(Invocation call, Value source) {
    if (!(source instanceof Thing thing)) {
      return null;
    }
    if (thing.facet() instanceof ArrayFacet array) {
      return array.all();
    }
    if (thing.facet() instanceof Iterated iterated && !iterated.blocksInFor()) {
      return iterated.elements(
          new Invocation(
              call.machine(), call.goroutine(), call.method(), thing, List.of(), call.at()));
    }
    return null;
  }

  /** The values, with those of a trailing array in its place: variable arguments. */
  static List<Value> spread(List<Value> arguments) {
    if (arguments.isEmpty()
        || !(arguments.getLast() instanceof Thing last)
        || !(last.facet() instanceof ArrayFacet array)) {
      return arguments;
    }
    List<Value> all = new ArrayList<>(arguments.subList(0, arguments.size() - 1));
    List<Value> more = array.all();
    all.addAll(more == null ? array.elements().values() : more);
    return all;
  }

  /** Gives the text of a collection, for which its elements are asked. */
  static void text(Invocation call, Collection<Value> values) {
    call.machine()
        .texts(
            call.goroutine(),
            List.copyOf(values),
            texts -> call.give(call.machine().derive("toString", texts, "java.lang.String")),
            call.at());
  }

  static Thing array(Invocation call, List<Value> values) {
    Thing array = call.machine().allocate(call.goroutine(), "java.lang.Object[]", call.at());
    ArrayFacet facet = new ArrayFacet("java.lang.Object", Value.of(values.size()));
    for (int n = 0; n < values.size(); n++) {
      facet.elements().put(n, values.get(n));
    }
    array.setFacet(facet);
    return array;
  }

  static void forEach(Invocation call, List<Value> values, Value body, Runnable then) {
    map(call, values, body, results -> then.run());
  }

  static void map(Invocation call, List<Value> values, Value body, Consumer<List<Value>> then) {
    map(call, values, body, new ArrayList<>(), then);
  }

  private static void map(
      Invocation call,
      List<Value> values,
      Value body,
      List<Value> results,
      Consumer<List<Value>> then) {
    if (results.size() == values.size()) {
      then.accept(results);
      return;
    }
    call.callBack(
        body,
        List.of(values.get(results.size())),
        result -> {
          results.add(result);
          map(call, values, body, results, then);
        });
  }

  static void filter(Invocation call, List<Value> values, Value test, Consumer<List<Value>> then) {
    map(
        call,
        values,
        test,
        results -> {
          List<Value> passed = new ArrayList<>();
          for (int n = 0; n < values.size(); n++) {
            if (call.machine().decide(results.get(n), true)) {
              passed.add(values.get(n));
            }
          }
          then.accept(passed);
        });
  }

  static void fold(
      Invocation call, Value start, List<Value> values, Value body, Consumer<Value> then) {
    if (values.isEmpty()) {
      then.accept(start);
      return;
    }
    call.callBack(
        body,
        List.of(start, values.getFirst()),
        result -> fold(call, result, values.subList(1, values.size()), body, then));
  }
}

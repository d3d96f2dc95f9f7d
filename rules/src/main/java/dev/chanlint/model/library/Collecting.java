package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A collector.
 *
 * @param kind the method of {@code Collectors} that makes it
 * @param parts what that was given
 */
record Collecting(String kind, List<Value> parts) implements Facet {

  private static final Set<String> KINDS =
      Set.of(
          "toList",
          "toUnmodifiableList",
          "toSet",
          "toUnmodifiableSet",
          "toCollection",
          "toMap",
          "toConcurrentMap",
          "toUnmodifiableMap",
          "groupingBy",
          "partitioningBy",
          "mapping",
          "filtering",
          "collectingAndThen",
          "maxBy",
          "minBy",
          "summingInt",
          "summingLong",
          "summingDouble",
          "averagingInt",
          "averagingLong",
          "averagingDouble",
          "counting",
          "joining");

  /** The static methods of {@code Collectors}. */
  static @Nullable Handler handler(String name) {
    return KINDS.contains(name) ? Collecting::give : null;
  }

  private static void give(Invocation call) {
    Thing collector =
        call.machine().allocate(call.goroutine(), "java.util.stream.Collector", call.at());
    collector.setFacet(new Collecting(call.method().name(), call.arguments()));
    call.give(collector);
  }

  /** Collects values with the collector that is an argument; what is not known keeps them. */
  static void collect(Invocation call, Value collector, List<Value> values, Consumer<Value> then) {
    if (collector instanceof Thing thing && thing.facet() instanceof Collecting known) {
      known.collect(call, values, then);
    } else {
      values.forEach(call.machine()::escape);
      call.machine().escape(collector);
      then.accept(call.machine().fresh(call.method().result(), false));
    }
  }

  private void collect(Invocation call, List<Value> values, Consumer<Value> then) {
    switch (kind) {
      case "toCollection" -> toCollection(call, values, then);
      case "toMap", "toConcurrentMap", "toUnmodifiableMap" -> toMap(call, values, then);
      case "groupingBy", "partitioningBy" -> group(call, values, then);
      case "filtering" ->
          Elements.filter(call, values, part(0), passed -> collect(call, part(1), passed, then));
      case "collectingAndThen" ->
          collect(call, part(0), values, result -> call.callBack(part(1), List.of(result), then));
      case "maxBy" -> Ordering.optionalExtreme(call, values, part(0), 1, then);
      case "minBy" -> Ordering.optionalExtreme(call, values, part(0), -1, then);
      case "summingInt", "summingLong", "summingDouble" -> number(call, values, then);
      case "averagingInt", "averagingLong", "averagingDouble" -> number(call, values, then);
      case "mapping" ->
          Elements.map(call, values, part(0), mapped -> collect(call, part(1), mapped, then));
      case "counting" -> then.accept(new Value.Known((long) values.size()));
      case "joining" -> join(call, values, then);
      case "toSet", "toUnmodifiableSet" ->
          then.accept(Sequence.make(call, values.stream().distinct().toList()));
      default -> then.accept(Sequence.make(call, values));
    }
  }

  private Value part(int index) {
    return index < parts.size() ? parts.get(index) : Value.NULL;
  }

  private void toCollection(Invocation call, List<Value> values, Consumer<Value> then) {
    call.callBack(
        part(0),
        List.of(),
        made -> {
          if (made instanceof Thing thing && thing.facet() instanceof Sequence sequence) {
            sequence.values().addAll(values);
          } else {
            values.forEach(call.machine()::escape);
          }
          then.accept(made);
        });
  }

  private void toMap(Invocation call, List<Value> values, Consumer<Value> then) {
    Elements.map(
        call,
        values,
        part(0),
        keys ->
            Elements.map(
                call,
                values,
                part(1),
                mapped -> putAll(call, keys, mapped, new LinkedHashMap<>(), then)));
  }

  private void putAll(
      Invocation call,
      List<Value> keys,
      List<Value> values,
      Map<Value, Value> entries,
      Consumer<Value> then) {
    if (keys.isEmpty()) {
      then.accept(Mapping.make(call, entries));
      return;
    }
    Value present = entries.get(keys.getFirst());
    Consumer<Value> goOn =
        value -> {
          entries.put(keys.getFirst(), value);
          putAll(call, keys.subList(1, keys.size()), rest(values), entries, then);
        };
    if (present == null) {
      goOn.accept(values.getFirst());
    } else if (parts.size() > 2) {
      call.callBack(part(2), List.of(present, values.getFirst()), goOn);
    } else {
      call.raise("java.lang.IllegalStateException", "Duplicate key");
    }
  }

  private static List<Value> rest(List<Value> values) {
    return values.subList(1, values.size());
  }

  private void group(Invocation call, List<Value> values, Consumer<Value> then) {
    Elements.map(
        call,
        values,
        part(0),
        keys -> {
          Map<Value, List<Value>> groups = new LinkedHashMap<>();
          for (int n = 0; n < keys.size(); n++) {
            groups.computeIfAbsent(keys.get(n), k -> new ArrayList<>()).add(values.get(n));
          }
          collectGroups(call, List.copyOf(groups.entrySet()), new LinkedHashMap<>(), then);
        });
  }

  /** The last part, if there is a second, collects the values of each group. */
  private void collectGroups(
      Invocation call,
      List<Map.Entry<Value, List<Value>>> left,
      Map<Value, Value> collected,
      Consumer<Value> then) {
    if (left.isEmpty()) {
      then.accept(Mapping.make(call, collected));
      return;
    }
    Map.Entry<Value, List<Value>> first = left.getFirst();
    Consumer<Value> goOn =
        group -> {
          collected.put(first.getKey(), group);
          collectGroups(call, left.subList(1, left.size()), collected, then);
        };
    if (parts.size() == 1) {
      goOn.accept(Sequence.make(call, first.getValue()));
    } else {
      collect(call, parts.getLast(), first.getValue(), goOn);
    }
  }

  private void number(Invocation call, List<Value> values, Consumer<Value> then) {
    Elements.map(
        call,
        values,
        part(0),
        numbers -> then.accept(call.machine().derive(kind, numbers, "java.lang.Number")));
  }

  private static void join(Invocation call, List<Value> values, Consumer<Value> then) {
    call.machine()
        .texts(
            call.goroutine(),
            values,
            texts -> then.accept(call.machine().derive("joining", texts, "java.lang.String")),
            call.at());
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return null;
  }

  @Override
  public Collection<Value> contents() {
    return parts;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(kind.hashCode());
    sink.addAll(parts);
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Iterated;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Streams, evaluated eagerly: order of side effects between stages is not kept. */
final class Streams implements Iterated {

  private static final int LONGEST = 10_000;

  private final List<Value> values;

  private Streams(List<Value> values) {
    this.values = List.copyOf(values);
  }

  static Thing of(Invocation call, List<Value> values) {
    Thing stream = call.machine().allocate(call.goroutine(), "java.util.stream.Stream", call.at());
    stream.setFacet(new Streams(values));
    return stream;
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "range" -> call -> range(call, 0);
      case "rangeClosed" -> call -> range(call, 1);
      case "of" -> Streams::of;
      case "empty" -> call -> call.give(of(call, List.of()));
      case "concat" -> Streams::concat;
      default -> null;
    };
  }

  private static void of(Invocation call) {
    call.give(of(call, Elements.spread(call.arguments())));
  }

  private static void concat(Invocation call) {
    List<Value> first = Elements.elements(call, call.argument(0));
    List<Value> second = Elements.elements(call, call.argument(1));
    if (first == null || second == null) {
      call.giveUnknown();
      return;
    }
    List<Value> all = new ArrayList<>(first);
    all.addAll(second);
    call.give(of(call, all));
  }

  private static void range(Invocation call, int beyond) {
    int from = call.number(0, -1);
    int to = call.number(1, -1) + beyond;
    boolean known =
        call.argument(0) instanceof Value.Known && call.argument(1) instanceof Value.Known;
    if (!known || to - from > LONGEST) {
      call.giveUnknown();
      return;
    }
    List<Value> values = new ArrayList<>();
    for (int n = from; n < to; n++) {
      values.add(Value.of(n));
    }
    call.give(of(call, values));
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "map", "mapToObj", "mapToInt", "mapToLong", "mapToDouble" -> this::map;
      case "filter" -> this::filter;
      case "forEach", "forEachOrdered" ->
          call -> Elements.forEach(call, values, call.argument(0), call::done);
      case "peek" ->
          call -> Elements.forEach(call, values, call.argument(0), () -> call.give(call.self()));
      case "boxed", "parallel", "sequential", "unordered", "asLongStream" -> Invocation::giveSelf;
      case "sorted" ->
          call ->
              Ordering.sort(
                  call, values, Ordering.order(call, 0), sorted -> call.give(of(call, sorted)));
      case "toList" -> call -> call.give(Sequence.make(call, values));
      case "collect" -> arity == 1 ? this::collect : this::accumulate;
      case "toArray" -> call -> call.give(Elements.array(call, values));
      case "count" -> call -> call.give(new Value.Known((long) values.size()));
      case "sum" -> this::sum;
      case "reduce" -> arity == 1 ? this::reduceAll : this::reduce;
      case "takeWhile" -> call -> firstRefused(call, 0, at -> give(call, values.subList(0, at)));
      case "dropWhile" ->
          call -> firstRefused(call, 0, at -> give(call, values.subList(at, values.size())));
      case "iterator" -> call -> call.give(Iterators.over(call, values));
      case "findFirst", "findAny" ->
          call -> call.give(Options.of(call, values.isEmpty() ? null : values.getFirst()));
      case "limit" -> this::limit;
      case "skip" ->
          call -> {
            int most = Math.min(call.number(0, 0), values.size());
            call.give(of(call, values.subList(most, values.size())));
          };
      case "distinct" -> call -> call.give(of(call, values.stream().distinct().toList()));
      case "flatMap" -> this::flatMap;
      case "max" ->
          call -> Ordering.optionalExtreme(call, values, Ordering.order(call, 0), 1, call::give);
      case "min" ->
          call -> Ordering.optionalExtreme(call, values, Ordering.order(call, 0), -1, call::give);
      case "average" ->
          call -> {
            Value mean = call.machine().derive("average", values, "double");
            call.give(Options.of(call, values.isEmpty() ? null : mean));
          };
      case "anyMatch" -> call -> match(call, passed -> !passed.isEmpty());
      case "allMatch" -> call -> match(call, passed -> passed.size() == values.size());
      case "noneMatch" -> call -> match(call, List::isEmpty);
      default -> null;
    };
  }

  private void map(Invocation call) {
    Elements.map(call, values, call.argument(0), results -> call.give(of(call, results)));
  }

  private void flatMap(Invocation call) {
    Elements.map(
        call,
        values,
        call.argument(0),
        streams -> {
          List<Value> all = new ArrayList<>();
          for (Value stream : streams) {
            List<Value> elements = Elements.elements(call, stream);
            if (elements == null) {
              call.giveUnknown();
              return;
            }
            all.addAll(elements);
          }
          call.give(of(call, all));
        });
  }

  private void filter(Invocation call) {
    Elements.filter(call, values, call.argument(0), passed -> call.give(of(call, passed)));
  }

  private void match(Invocation call, java.util.function.Predicate<List<Value>> verdict) {
    Elements.filter(
        call, values, call.argument(0), passed -> call.give(Value.of(verdict.test(passed))));
  }

  private void collect(Invocation call) {
    Collecting.collect(call, call.argument(0), values, call::give);
  }

  /** Puts each value into what a supplier gives. */
  private void accumulate(Invocation call) {
    call.callBack(
        call.argument(0), List.of(), made -> accumulate(call, made, values, call.argument(1)));
  }

  private static void accumulate(Invocation call, Value into, List<Value> left, Value body) {
    if (left.isEmpty()) {
      call.give(into);
      return;
    }
    call.callBack(
        body,
        List.of(into, left.getFirst()),
        done -> accumulate(call, into, left.subList(1, left.size()), body));
  }

  private void sum(Invocation call) {
    Value total = call.method().result().equals("long") ? new Value.Known(0L) : Value.of(0);
    for (Value value : values) {
      if (total instanceof Value.Known(Number a) && value instanceof Value.Known(Number b)) {
        total =
            a instanceof Long
                ? new Value.Known(a.longValue() + b.longValue())
                : Value.of(a.intValue() + b.intValue());
      } else {
        total = call.machine().derive("+", List.of(total, value), call.method().result());
      }
    }
    call.give(total);
  }

  private void reduce(Invocation call) {
    Elements.fold(call, call.argument(0), values, call.argument(1), call::give);
  }

  private void reduceAll(Invocation call) {
    if (values.isEmpty()) {
      call.give(Options.of(call, null));
    } else {
      List<Value> others = values.subList(1, values.size());
      Elements.fold(
          call,
          values.getFirst(),
          others,
          call.argument(0),
          result -> call.give(Options.of(call, result)));
    }
  }

  private static void give(Invocation call, List<Value> some) {
    call.give(of(call, some));
  }

  /** Where the first value is that a test refuses; none after it is tested. */
  private void firstRefused(Invocation call, int from, IntConsumer then) {
    if (from == values.size()) {
      then.accept(from);
      return;
    }
    call.callBack(
        call.argument(0),
        List.of(values.get(from)),
        passed -> {
          if (call.machine().decide(passed, true)) {
            firstRefused(call, from + 1, then);
          } else {
            then.accept(from);
          }
        });
  }

  private void limit(Invocation call) {
    int most = call.number(0, values.size());
    call.give(of(call, values.subList(0, Math.min(most, values.size()))));
  }

  @Override
  public boolean blocksInFor() {
    return false;
  }

  @Override
  public void takeNext(Invocation call, Consumer<@Nullable Value> then) {
    throw new IllegalStateException("a stream does not wait");
  }

  @Override
  public List<Value> elements(Invocation call) {
    return values;
  }

  @Override
  public Collection<Value> contents() {
    return values;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.addAll(values);
  }
}

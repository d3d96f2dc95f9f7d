package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code AtomicInteger}, {@code AtomicLong}, {@code AtomicBoolean}, {@code AtomicReference}. */
public final class Atomic implements Facet {

  private final boolean isLong;
  private Value value;
  private Value.@Nullable Origin changed;

  Atomic(Value initial) {
    this.value = initial;
    this.isLong = initial instanceof Value.Known(Long n);
  }

  void construct(Invocation call) {
    if (!call.arguments().isEmpty()) {
      value = fit(call.argument(0));
    }
    call.done();
  }

  /**
   * Who has changed it last.
   *
   * @return who, where; null if it has the value that it was made with
   */
  public Value.@Nullable Origin changed() {
    return changed;
  }

  private Value fit(Value given) {
    return isLong && given instanceof Value.Known(Number n)
        ? new Value.Known(n.longValue())
        : given;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "get", "getPlain", "getAcquire", "getOpaque", "intValue", "longValue", "sum" ->
          call -> observably(call, false, () -> call.give(value));
      case "set", "setPlain", "setRelease", "lazySet" ->
          call -> observably(call, true, () -> replace(call, fit(call.argument(0)), Value.NULL));
      case "incrementAndGet" -> call -> update(call, 1, false);
      case "decrementAndGet" -> call -> update(call, -1, false);
      case "getAndIncrement" -> call -> update(call, 1, true);
      case "getAndDecrement" -> call -> update(call, -1, true);
      case "increment" -> call -> update(call, 1, false);
      case "decrement" -> call -> update(call, -1, false);
      case "addAndGet", "add" -> call -> update(call, call.argument(0), false);
      case "getAndAdd" -> call -> update(call, call.argument(0), true);
      case "getAndSet" ->
          call -> observably(call, true, () -> replace(call, fit(call.argument(0)), value));
      case "compareAndSet", "weakCompareAndSet", "weakCompareAndSetPlain" ->
          call -> observably(call, true, () -> compareAndSet(call));
      case "updateAndGet", "getAndUpdate" -> this::updateBy;
      case "accumulateAndGet", "getAndAccumulate" -> this::accumulate;
      default -> null;
    };
  }

  private void observably(Invocation call, boolean isWrite, Runnable effect) {
    call.observably(
        Operation.ATOMIC,
        () -> {
          Memory.Location location = new Memory.Location(call.self(), Memory.CONTENTS);
          call.machine().synchronize(call.goroutine(), location, isWrite);
          effect.run();
        });
  }

  private void replace(Invocation call, Value next, Value result) {
    change(call, next);
    call.give(result);
  }

  private void change(Invocation call, Value next) {
    changed = call.takenAway();
    value = next.inPlaceOf(value, changed);
  }

  private void update(Invocation call, int by, boolean giveOld) {
    update(call, isLong ? new Value.Known((long) by) : Value.of(by), giveOld);
  }

  private void update(Invocation call, Value by, boolean giveOld) {
    observably(
        call,
        true,
        () -> {
          Value old = value;
          Value next = sum(call, old, by);
          replace(call, next, giveOld ? old : next);
        });
  }

  private Value sum(Invocation call, Value a, Value b) {
    if (a instanceof Value.Known(Number x) && b instanceof Value.Known(Number y)) {
      BinaryOperator<Number> plus =
          isLong
              ? (m, n) -> m.longValue() + n.longValue()
              : (m, n) -> (Number) (m.intValue() + n.intValue());
      return new Value.Known(plus.apply(x, y));
    }
    return call.machine().derive("+", List.of(a, b), isLong ? "long" : "int");
  }

  private void compareAndSet(Invocation call) {
    Value expected = fit(call.argument(0));
    boolean same;
    if (value.equals(expected)) {
      same = true;
    } else if (value instanceof Value.Symbol || expected instanceof Value.Symbol) {
      same =
          call.machine()
              .decide(call.machine().derive("==", List.of(value, expected), "boolean"), true);
    } else {
      same = false;
    }
    if (same) {
      change(call, fit(call.argument(1)));
    }
    call.give(Value.of(same));
  }

  private void updateBy(Invocation call) {
    boolean giveOld = call.method().name().startsWith("getAnd");
    Value old = value;
    call.callBack(
        call.argument(0),
        List.of(old),
        next -> observably(call, true, () -> replace(call, next, giveOld ? old : next)));
  }

  private void accumulate(Invocation call) {
    boolean giveOld = call.method().name().startsWith("getAnd");
    Value old = value;
    call.callBack(
        call.argument(1),
        List.of(old, call.argument(0)),
        next -> observably(call, true, () -> replace(call, next, giveOld ? old : next)));
  }

  @Override
  public Collection<Value> contents() {
    return List.of(value);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(value);
  }
}

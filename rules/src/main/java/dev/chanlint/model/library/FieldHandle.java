package dev.chanlint.model.library;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Atomic access to a field by name: a {@code VarHandle} or an {@code Atomic…FieldUpdater}.
 *
 * @param owner the class that declares the field; empty for a lookup, which makes handles
 * @param field the field's name
 */
record FieldHandle(String owner, String field) implements Facet {

  private static final String TYPE = "java.lang.invoke.VarHandle";

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "lookup", "privateLookupIn" -> call -> call.give(make(call, "", ""));
      case "newUpdater" -> FieldHandle::newUpdater;
      default -> null;
    };
  }

  private static Thing make(Invocation call, String owner, String field) {
    Thing handle = call.machine().allocate(call.goroutine(), TYPE, call.at());
    handle.setFacet(new FieldHandle(owner, field));
    return handle;
  }

  private static void newUpdater(Invocation call) {
    handle(call, call.argument(0), call.argument(call.arguments().size() - 1));
  }

  private static void handle(Invocation call, Value owner, Value name) {
    if (owner instanceof Value.Known(Instruction.ClassConstant type)
        && name instanceof Value.Known(String field)) {
      call.give(make(call, type.type(), field));
    } else {
      call.giveUnknown();
    }
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "findVarHandle" -> call -> handle(call, call.argument(0), call.argument(1));
      case "get", "getVolatile", "getAcquire", "getOpaque" -> call -> access(call, false);
      case "set" -> owner.isEmpty() ? null : call -> access(call, true);
      default -> name.startsWith("find") || owner.isEmpty() ? null : call -> access(call, true);
    };
  }

  private void access(Invocation given, boolean isWrite) {
    Invocation call = unpacked(given);
    Thing object = call.thing(0);
    if (object == null) {
      call.giveUnknown();
      return;
    }
    call.observably(Operation.ATOMIC, () -> perform(call, object, isWrite));
  }

  /** A signature-polymorphic call's arguments may come packed in an array. */
  private static Invocation unpacked(Invocation call) {
    Thing packed = call.arguments().size() == 1 ? call.thing(0) : null;
    return packed != null && packed.facet() instanceof ArrayFacet array
        ? new Invocation(
            call.machine(),
            call.goroutine(),
            call.method(),
            call.receiver(),
            List.copyOf(array.elements().values()),
            call.at())
        : call;
  }

  private void perform(Invocation call, Thing object, boolean isWrite) {
    FieldRef ref = declared(call, object);
    Memory.Location location = new Memory.Location(object, ref);
    call.machine().synchronize(call.goroutine(), location, isWrite);
    call.machine().access(call.goroutine(), location, isWrite, true, call.at());
    Value old = object.fields().getOrDefault(ref, Value.of(0));
    String name = call.method().name();
    if (!isWrite) {
      call.give(old);
    } else if (name.startsWith("compareAnd") || name.startsWith("weakCompare")) {
      compareAndSet(call, object, ref, old);
    } else if (name.contains("Add") || name.contains("ncrement") || name.contains("ecrement")) {
      Value next = call.machine().derive("+", List.of(old, Value.of(1)), ref.type());
      object.fields().put(ref, next);
      call.give(name.startsWith("getAnd") ? old : next);
    } else {
      Value next = call.argument(call.arguments().size() - 1);
      object.fields().put(ref, next.inPlaceOf(old, call.takenAway()));
      call.give(name.startsWith("getAnd") ? old : Value.NULL);
    }
  }

  private static void compareAndSet(Invocation call, Thing object, FieldRef ref, Value old) {
    Value same = call.machine().derive("==", List.of(old, call.argument(1)), "boolean");
    boolean equal =
        old.equals(call.argument(1))
            || ((old instanceof Value.Symbol || call.argument(1) instanceof Value.Symbol)
                && call.machine().decide(same, true));
    if (equal) {
      object.fields().put(ref, call.argument(2).inPlaceOf(old, call.takenAway()));
    }
    call.give(Value.of(equal));
  }

  private FieldRef declared(Invocation call, Thing object) {
    return call.machine().index().fields(owner).stream()
        .filter(f -> f.name().equals(field))
        .findFirst()
        .orElse(new FieldRef(owner, field, object.type(), false));
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(owner.hashCode() * 31L + field.hashCode());
  }
}

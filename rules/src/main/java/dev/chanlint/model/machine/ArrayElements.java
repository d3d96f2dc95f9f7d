package dev.chanlint.model.machine;

import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads and stores of array elements. */
final class ArrayElements {

  private final Machine machine;

  ArrayElements(Machine machine) {
    this.machine = machine;
  }

  void load(Goroutine g, Frame.Code frame, Instruction.LoadElement i) {
    Value index = frame.get(i.index());
    ArrayFacet array = array(g, frame.get(i.array()), i.at());
    if (array == null) {
      if (!(frame.get(i.array()) instanceof Value.Null)) {
        frame.set(i.target(), machine.fresh(i.target().type(), frame.get(i.array()).isSure()));
      }
      return;
    }
    if (!(index instanceof Value.Known(Integer at)) || array.isBlurred()) {
      frame.set(i.target(), openElement(array, i.target().type()));
      return;
    }
    if (isOutside(array, at)) {
      machine.raise(g, "java.lang.ArrayIndexOutOfBoundsException", "Index " + at, i.at());
      return;
    }
    Thing owner = (Thing) frame.get(i.array());
    machine.access(g, new Memory.Location(owner, at), false, false, i.at());
    Value value = array.element(at);
    g.obtain(value);
    frame.set(i.target(), value);
  }

  private Value openElement(ArrayFacet array, String type) {
    if (array.elements().isEmpty() && !array.isBlurred() && array.element(0) instanceof Thing any) {
      return any;
    }
    List<Value> distinct = array.elements().values().stream().distinct().toList();
    return distinct.isEmpty() || array.isBlurred()
        ? machine.fresh(type, Operators.isPrimitive(type))
        : distinct.get(machine.chooseData(distinct.size()));
  }

  void store(Goroutine g, Frame.Code frame, Instruction.StoreElement i) {
    Value index = frame.get(i.index());
    ArrayFacet array = array(g, frame.get(i.array()), i.at());
    if (array == null) {
      machine.escape(frame.get(i.value()));
      return;
    }
    if (!(index instanceof Value.Known(Integer at))) {
      array.blur();
      return;
    }
    if (isOutside(array, at)) {
      machine.raise(g, "java.lang.ArrayIndexOutOfBoundsException", "Index " + at, i.at());
      return;
    }
    Thing owner = (Thing) frame.get(i.array());
    machine.access(g, new Memory.Location(owner, at), true, false, i.at());
    Value value = Operators.convert(machine, frame.get(i.value()), array.elementType());
    Value.Origin takenAway = new Value.Origin.TakenAway(g, i.at(), frame.function());
    array.elements().put(at, value.inPlaceOf(array.elements().get(at), takenAway));
  }

  private static boolean isOutside(ArrayFacet array, int index) {
    return index < 0 || (array.length() instanceof Value.Known(Integer length) && index >= length);
  }

  void length(Goroutine g, Frame.Code frame, Instruction.ArrayLength i) {
    ArrayFacet array = array(g, frame.get(i.array()), i.at());
    if (array != null) {
      frame.set(i.target(), array.size());
    } else if (!(frame.get(i.array()) instanceof Value.Null)) {
      frame.set(i.target(), machine.derive("length", List.of(frame.get(i.array())), "int"));
    }
  }

  private @Nullable ArrayFacet array(Goroutine g, Value value, Position at) {
    if (value instanceof Value.Null nothing) {
      machine.raiseNull(g, nothing, "array", at);
      return null;
    }
    return value instanceof Thing thing ? thing.facet(ArrayFacet.class) : null;
  }
}

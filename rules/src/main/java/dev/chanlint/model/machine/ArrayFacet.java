package dev.chanlint.model.machine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The elements of an array. */
public final class ArrayFacet implements Facet {

  private final Value length;
  private static final int LONGEST = 10_000;

  private final String elementType;
  private final Supplier<Value> initial;
  private final Map<Integer, Value> elements = new TreeMap<>();
  private boolean blurred;

  /**
   * An array of default values.
   *
   * @param elementType the binary name of the elements' type
   * @param length how many elements it has
   */
  public ArrayFacet(String elementType, Value length) {
    this(elementType, length, () -> Operators.defaultOf(elementType));
  }

  /**
   * An array of which each element is an object of its own from the start.
   *
   * @param elementType the binary name of the elements' type
   * @param length how many elements it has
   * @param initial makes what an element is before it is first written
   */
  ArrayFacet(String elementType, Value length, Supplier<Value> initial) {
    this.elementType = elementType;
    this.length = length;
    this.initial = initial;
  }

  /**
   * How many elements it has.
   *
   * @return a number, known or not; null if it has those of its initialiser
   */
  public Value length() {
    return length;
  }

  /**
   * The binary name of the elements' type.
   *
   * @return the type
   */
  public String elementType() {
    return elementType;
  }

  /**
   * The elements that were written, and those objects that were there from the start and met.
   *
   * @return values by index
   */
  public Map<Integer, Value> elements() {
    return elements;
  }

  /**
   * An element.
   *
   * @param index where it is
   * @return what was written there, or what was there from the start
   */
  public Value element(int index) {
    Value known = elements.get(index);
    if (known != null) {
      return known;
    }
    Value first = initial.get();
    if (first instanceof Thing) {
      elements.put(index, first);
    }
    return first;
  }

  /**
   * All elements, those that were never written too.
   *
   * @return in order; null if they are not known
   */
  public @Nullable List<Value> all() {
    if (blurred || !(size() instanceof Value.Known(Integer size))) {
      return null;
    }
    return IntStream.range(0, Math.min(size, LONGEST)).mapToObj(this::element).toList();
  }

  /**
   * How many elements it has, that of an initialiser counted.
   *
   * @return a number, known or not
   */
  Value size() {
    return length instanceof Value.Null ? Value.of(elements.size()) : length;
  }

  /**
   * Whether something was written at an index that is not known.
   *
   * @return true if any element may be other than {@link #elements} says
   */
  public boolean isBlurred() {
    return blurred;
  }

  /** Notes a write at an index that is not known. */
  public void blur() {
    blurred = true;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return name.equals("clone") ? call -> call.give(copy(call)) : null;
  }

  /** An array of its own with the same elements, each of which is read. */
  private Thing copy(Invocation call) {
    List<Value> read = all();
    for (int n = 0; read != null && n < read.size(); n++) {
      Memory.Location element = new Memory.Location(call.self(), n);
      call.machine().access(call.goroutine(), element, false, false, call.at());
    }
    ArrayFacet copy = new ArrayFacet(elementType, size(), initial);
    copy.elements.putAll(elements);
    copy.blurred = blurred;
    Thing made = call.machine().allocate(call.goroutine(), elementType + "[]", call.at());
    made.setFacet(copy);
    return made;
  }

  @Override
  public Collection<Value> contents() {
    return elements.values();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(length);
    elements.forEach(
        (index, value) -> {
          sink.add(index.longValue());
          sink.add(value);
        });
  }
}

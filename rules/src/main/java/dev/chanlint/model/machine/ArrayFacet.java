package dev.chanlint.model.machine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The elements of an array. */
public final class ArrayFacet implements Facet {

  private final Value length;
  private static final int LONGEST = 10_000;

  private final String elementType;
  private final Map<Integer, Value> elements = new TreeMap<>();
  private boolean blurred;

  /**
   * An array of default values.
   *
   * @param elementType the binary name of the elements' type
   * @param length how many elements it has
   */
  public ArrayFacet(String elementType, Value length) {
    this.elementType = elementType;
    this.length = length;
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
   * The elements that were written.
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
   * @return what was written there, or the default value of its type
   */
  public Value element(int index) {
    Value written = elements.get(index);
    return written != null ? written : Operators.defaultOf(elementType);
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
    return null;
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

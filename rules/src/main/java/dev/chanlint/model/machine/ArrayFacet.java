package dev.chanlint.model.machine;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The elements of an array. */
public final class ArrayFacet implements Facet {

  private final Value length;
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
   * @return a number, known or not
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

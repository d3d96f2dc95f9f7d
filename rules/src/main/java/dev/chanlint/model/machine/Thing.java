package dev.chanlint.model.machine;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the abstract heap. */
public final class Thing implements Value {

  private final String type;
  private final Position madeAt;
  private final Function madeIn;
  private final int maker;
  private final Map<FieldRef, Value> fields = new LinkedHashMap<>();
  private @Nullable Facet facet;
  private @Nullable LockFacet monitor;
  private boolean escaped;
  private @Nullable Goroutine closedBy;

  Thing(String type, Position madeAt, Function madeIn, int maker) {
    this.type = type;
    this.madeAt = madeAt;
    this.madeIn = madeIn;
    this.maker = maker;
  }

  /**
   * The class.
   *
   * @return its binary name
   */
  public String type() {
    return type;
  }

  /**
   * Where it was made.
   *
   * @return the expression
   */
  public Position madeAt() {
    return madeAt;
  }

  /**
   * The function that made it.
   *
   * @return the function
   */
  public Function madeIn() {
    return madeIn;
  }

  /**
   * The goroutine that made it.
   *
   * @return its number
   */
  public int maker() {
    return maker;
  }

  /**
   * Its fields, as far as they were written.
   *
   * @return values by field
   */
  public Map<FieldRef, Value> fields() {
    return fields;
  }

  void replaces(Thing other, Origin takenAway) {
    if (other != this && facet != null && other.facet != null) {
      facet.replaces(other.facet, takenAway);
    }
  }

  /**
   * What a library class adds to it.
   *
   * @return the facet, null for a plain object
   */
  public @Nullable Facet facet() {
    return facet;
  }

  /**
   * The facet, if it is of one kind.
   *
   * @param kind its class
   * @param <F> its class
   * @return the facet, or null
   */
  public <F extends Facet> @Nullable F facet(Class<F> kind) {
    return kind.isInstance(facet) ? kind.cast(facet) : null;
  }

  /**
   * Gives it a facet.
   *
   * @param newFacet what a library class adds to it
   */
  public void setFacet(Facet newFacet) {
    this.facet = newFacet;
  }

  /**
   * The monitor that {@code synchronized} takes, if anything took it.
   *
   * @return the lock
   */
  public @Nullable LockFacet monitorIfUsed() {
    return monitor;
  }

  /**
   * The monitor that {@code synchronized} takes.
   *
   * @return the lock
   */
  public LockFacet monitor() {
    LockFacet present = monitor;
    if (present == null) {
      present = new LockFacet(LockFacet.Kind.MONITOR);
      monitor = present;
    }
    return present;
  }

  /**
   * Whether code that the machine does not know may hold it.
   *
   * @return true once it was handed out
   */
  public boolean hasEscaped() {
    return escaped;
  }

  /**
   * Who closed it.
   *
   * @return the goroutine that called its {@code close}, or null
   */
  public @Nullable Goroutine closedBy() {
    return closedBy;
  }

  void close(Goroutine by) {
    closedBy = by;
  }

  /** Marks it as held by code that the machine does not know. */
  public void escape() {
    escaped = true;
  }

  @Override
  public String toString() {
    return type + "@" + madeAt.line();
  }
}

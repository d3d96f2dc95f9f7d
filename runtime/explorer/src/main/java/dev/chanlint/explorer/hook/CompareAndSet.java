package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.race.Shadow;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An update if the expected value is there, else a read. */
final class CompareAndSet extends VolatileAccess {

  /**
   * What is compared.
   *
   * @param current the value that the variable has when the access is executed
   * @param expected what is to be there
   * @param primitive whether the values were boxed on the way and count by value
   */
  record Comparison(
      Supplier<@Nullable Object> current, @Nullable Object expected, boolean primitive) {

    /** As the search knows the variable. */
    boolean holdsAt(SyncLocation location, Execution execution) {
      return location.holds(Atomics.number(execution, expected, primitive));
    }

    boolean holds() {
      Object value = current.get();
      return primitive ? Objects.equals(value, expected) : value == expected;
    }
  }

  private final Comparison comparison;

  CompareAndSet(
      SyncLocation location, Kind kind, @Nullable Shadow shadow, int site, Comparison comparison) {
    super(location, kind, "compareAndSet", shadow, site);
    this.comparison = comparison;
  }

  @Override
  public boolean isForeseeable() {
    return resource().isKnown();
  }

  @Override
  public void interest(Footprint into) {
    into.writes(resource().cell());
  }

  @Override
  public boolean changes(int alternative) {
    return isForeseeable()
        ? comparison.holdsAt(resource(), goroutine().execution())
        : comparison.holds();
  }
}

package dev.chanlint.model.machine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash of what a machine can still do: goroutines' stacks and the objects reachable from them.
 * Objects count by the order in which they are met, so that the order of allocation does not
 * matter. Vector clocks do not take part.
 */
public final class Fingerprint {

  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Object, Integer> symbols = new java.util.HashMap<>();
  private final Deque<Thing> todo = new ArrayDeque<>();
  private final Decisions decisions;
  private int size;
  private long hash = 0xcbf29ce484222325L;

  Fingerprint(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * Adds a number.
   *
   * @param number which
   */
  public void add(long number) {
    size++;
    hash ^= number;
    hash *= 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
  }

  /**
   * Adds a value.
   *
   * @param value which; null counts as itself
   */
  public void add(@Nullable Value value) {
    switch (value) {
      case null -> add(1);
      case Value.Null n -> add(2);
      case Value.Known(Object content) -> add(content.hashCode() * 31L + 3);
      case Value.Symbol symbol -> addSymbol(symbol);
      case Thing thing -> addThing(thing);
    }
  }

  /**
   * Adds values in order.
   *
   * @param values which
   */
  public void addAll(Collection<? extends Value> values) {
    add(values.size());
    values.forEach(this::add);
  }

  /**
   * Adds a goroutine by what tells it apart.
   *
   * @param goroutine which; null counts as itself
   */
  public void add(@Nullable Goroutine goroutine) {
    add(goroutine == null ? 5 : goroutine.path());
  }

  private void addSymbol(Value.Symbol symbol) {
    if (symbol.key() instanceof Value.Expression expression) {
      add(expression.operator().hashCode());
      addAll(expression.operands());
      Boolean decided = decisions.find(symbol);
      add(decided == null ? 0 : decided ? 1 : 2);
      return;
    }
    Integer known = symbols.get(symbol.key());
    add(known == null ? symbols.size() : known);
    if (known == null) {
      symbols.put(symbol.key(), symbols.size());
      Boolean decided = decisions.find(symbol);
      add(decided == null ? 0 : decided ? 1 : 2);
    }
  }

  private void addThing(Thing thing) {
    Integer known = numbers.get(thing);
    if (known == null) {
      known = numbers.size();
      numbers.put(thing, known);
      todo.add(thing);
    }
    add(known + 7L);
  }

  /** Spreads a number over all bits, so that sums of spread numbers tell sets apart. */
  static long mix(long number) {
    long mixed = (number ^ number >>> 32) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }

  /** How much went into it. */
  int size() {
    return size;
  }

  /** The hash, once everything was added. */
  long finish() {
    while (!todo.isEmpty()) {
      Thing thing = todo.remove();
      add(thing.type().hashCode());
      add(thing.madeAt().line());
      thing.fields().forEach(this::addField);
      Facet facet = thing.facet();
      if (facet != null) {
        facet.fingerprint(this);
      }
      LockFacet monitor = thing.monitorIfUsed();
      if (monitor != null) {
        monitor.fingerprint(this);
      }
    }
    return hash;
  }

  private void addField(dev.chanlint.model.code.FieldRef field, Value value) {
    add(field.name().hashCode());
    add(value);
  }
}

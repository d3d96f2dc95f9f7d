package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Iterated;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists, sets and queues that do not wait. */
public final class Sequence implements Iterated {

  private final boolean isThreadSafe;
  private final boolean isSet;
  private final boolean isSorted;
  private final List<Value> values = new ArrayList<>();
  private @Nullable Thing origin;
  private @Nullable BiConsumer<Invocation, Value> onRemove;

  /** The comparator of one that is sorted; null for the natural order. */
  private Value order = Value.NULL;

  /** Who removed what was removed last. */
  private Value.@Nullable Origin taken;

  /** A view of a map: what is read through it is read of the map. */
  static Sequence view(
      Thing origin,
      boolean isThreadSafe,
      List<Value> values,
      BiConsumer<Invocation, Value> onRemove) {
    Sequence view = new Sequence(isThreadSafe, false);
    view.values.addAll(values);
    view.origin = origin;
    view.onRemove = onRemove;
    return view;
  }

  /** The same elements behind a lock of their own. */
  Sequence synchronizedCopy() {
    Sequence copy = new Sequence(true, isSet, isSorted);
    copy.order = order;
    copy.values.addAll(values);
    return copy;
  }

  /** One whose elements stand in the order of their values. */
  static Sequence sorted(boolean isThreadSafe, boolean isSet) {
    return new Sequence(isThreadSafe, isSet, true);
  }

  Sequence(boolean isThreadSafe, boolean isSet) {
    this(isThreadSafe, isSet, false);
  }

  private Sequence(boolean isThreadSafe, boolean isSet, boolean isSorted) {
    this.isThreadSafe = isThreadSafe;
    this.isSet = isSet;
    this.isSorted = isSorted;
  }

  /**
   * What is in it.
   *
   * @return in order
   */
  public List<Value> values() {
    return values;
  }

  static Thing make(Invocation call, List<Value> values) {
    Thing list = call.machine().allocate(call.goroutine(), "java.util.ArrayList", call.at());
    Sequence sequence = new Sequence(false, false);
    sequence.values.addAll(values);
    list.setFacet(sequence);
    return list;
  }

  void construct(Invocation call) {
    if (isSorted) {
      order = Ordering.given(call);
    }
    if (!call.arguments().isEmpty()
        && call.argument(0) instanceof Thing source
        && source.facet() instanceof Iterated iterated) {
      List<Value> elements = iterated.elements(call);
      if (elements != null) {
        values.addAll(isSet ? elements.stream().distinct().toList() : elements);
      }
    }
    if (isSorted) {
      Ordering.sort(call, List.copyOf(values), order, sorted -> become(call, sorted));
    } else {
      call.done();
    }
  }

  private void touch(Invocation call, boolean isWrite) {
    touch(call.machine(), call, call.self(), isWrite);
  }

  private void touch(Machine machine, Invocation call, Thing receiver, boolean isWrite) {
    Thing self = origin != null ? origin : receiver;
    if (isThreadSafe) {
      machine.synchronize(call.goroutine(), new Memory.Location(self, Memory.CONTENTS), isWrite);
    } else {
      machine.touchContents(call.goroutine(), self, isWrite, call.at());
    }
  }

  private Handler reading(java.util.function.Function<Invocation, Value> body) {
    return call -> {
      touch(call, false);
      call.give(body.apply(call));
    };
  }

  private Handler writing(java.util.function.Function<Invocation, Value> body) {
    return call -> {
      touch(call, true);
      call.give(body.apply(call));
    };
  }

  /** Between two calls of one that is safe to share, others may change it. */
  @Override
  public @Nullable Handler method(String name, int arity) {
    Handler handler = handler(name, arity);
    return handler == null || !isThreadSafe || origin != null
        ? handler
        : call -> call.observably(Operation.ATOMIC, () -> handler.perform(call));
  }

  private @Nullable Handler handler(String name, int arity) {
    return switch (name) {
      case "add", "addLast", "offer", "offerLast" -> arity == 1 ? this::add : this::addAt;
      case "addIfAbsent" -> call -> find(call, true, at -> addUnless(call, at >= 0));
      case "push", "addFirst", "offerFirst" -> writing(this::addFirst);
      case "addAll" -> arity == 1 ? this::addAll : null;
      case "get" -> call -> at(call, call.argument(0), false);
      case "set" -> writing(this::replace);
      case "remove" -> arity == 0 ? call -> first(call, true, true) : this::remove;
      case "removeFirst", "pop" -> call -> first(call, true, true);
      case "poll", "pollFirst" -> call -> first(call, true, false);
      case "peek", "peekFirst" -> call -> first(call, false, false);
      case "getFirst", "first", "element" -> call -> first(call, false, true);
      case "removeLast" -> call -> last(call, true, true);
      case "pollLast" -> call -> last(call, true, false);
      case "peekLast" -> call -> last(call, false, false);
      case "getLast", "last" -> call -> last(call, false, true);
      case "size" -> reading(call -> Value.of(values.size()));
      case "isEmpty" -> reading(call -> Value.of(values.isEmpty()));
      case "toString" -> this::text;
      case "containsAll", "equals", "hashCode" ->
          reading(call -> call.machine().fresh(call.method().result(), false));
      case "indexOf", "lastIndexOf" -> call -> find(call, false, at -> call.give(Value.of(at)));
      case "subList" -> this::part;
      case "headSet", "tailSet", "subSet" -> this::sortedPart;
      case "lower", "floor", "ceiling", "higher" -> reading(this::neighbour);
      case "removeAll" -> call -> removeAll(call, true);
      case "retainAll" -> call -> removeAll(call, false);
      case "contains" -> call -> find(call, false, at -> call.give(Value.of(at >= 0)));
      case "replaceAll" -> this::replaceAll;
      case "clone" -> reading(call -> copy(call, new ArrayList<>(values)));
      case "clear" ->
          writing(
              call -> {
                dropAll(call, List.copyOf(values));
                return Value.NULL;
              });
      case "iterator", "listIterator" -> reading(call -> iterator(call, values));
      case "descendingIterator" -> reading(call -> iterator(call, values.reversed()));
      case "forEach" -> this::forEach;
      case "removeIf" -> this::removeIf;
      case "stream", "parallelStream" -> reading(call -> Streams.of(call, values));
      case "toArray" -> reading(call -> Elements.array(call, values));
      case "reversed", "descendingSet" -> reading(call -> make(call, values.reversed()));
      case "sort" -> call -> sort(call, call.argument(0));
      case "trimToSize", "ensureCapacity" -> writing(call -> Value.NULL);
      default -> null;
    };
  }

  private void add(Invocation call) {
    if (isSorted) {
      touch(call, true);
      Ordering.search(call, List.copyOf(values), call.argument(0), order, at -> insert(call, at));
    } else if (isSet) {
      find(call, true, at -> addUnless(call, at >= 0));
    } else {
      touch(call, true);
      call.give(Value.of(values.add(call.argument(0))));
    }
  }

  /** Adds the argument where a search in what is sorted has found that it belongs. */
  private void insert(Invocation call, int found) {
    boolean isNew = !isSet || found < 0;
    if (isNew) {
      values.add(Ordering.place(found), call.argument(0));
    }
    call.give(Value.of(isNew));
  }

  private void addUnless(Invocation call, boolean isThere) {
    call.give(Value.of(!isThere && values.add(call.argument(0))));
  }

  private void addAt(Invocation call) {
    touch(call, true);
    values.add(Math.clamp(call.number(0, values.size()), 0, values.size()), call.argument(1));
    call.done();
  }

  /** Looks for the argument. */
  private void find(Invocation call, boolean isWrite, IntConsumer then) {
    touch(call, isWrite);
    if (isSet && isSorted) {
      Ordering.search(
          call, List.copyOf(values), call.argument(0), order, at -> then.accept(Math.max(at, -1)));
    } else if (isSet) {
      Equality.findHashed(call, List.copyOf(values), call.argument(0), then);
    } else {
      Equality.find(call, List.copyOf(values), call.argument(0), then);
    }
  }

  private Thing copy(Invocation call, List<Value> elements) {
    Thing copy = call.machine().allocate(call.goroutine(), call.self().type(), call.at());
    Sequence facet = new Sequence(isThreadSafe, isSet, isSorted);
    facet.order = order;
    facet.values.addAll(elements);
    copy.setFacet(facet);
    return copy;
  }

  private Value neighbour(Invocation call) {
    int at = Navigation.neighbour(call, values, order);
    return at < 0 ? new Value.Null(taken) : values.get(at);
  }

  private void sortedPart(Invocation call) {
    touch(call, false);
    Navigation.Part part = Navigation.part(call, values, order);
    part(call, part == null ? -1 : part.from(), part == null ? -1 : part.to());
  }

  private void part(Invocation call) {
    touch(call, false);
    part(call, call.number(0, -1), call.number(1, -1));
  }

  /** A part of it: what is read through it is read of the whole. */
  private void part(Invocation call, int from, int to) {
    if (from < 0 || to < from || to > values.size()) {
      values.forEach(call.machine()::escape);
      call.giveUnknown();
      return;
    }
    Thing part = make(call, List.of());
    part.setFacet(
        view(
            origin != null ? origin : call.self(),
            isThreadSafe,
            values.subList(from, to),
            (by, value) -> dropAll(by, List.of(value))));
    call.give(part);
  }

  private void text(Invocation call) {
    touch(call, false);
    Elements.text(call, values);
  }

  private void replaceAll(Invocation call) {
    touch(call, true);
    Elements.map(call, List.copyOf(values), call.argument(0), results -> become(call, results));
  }

  /** Sorts it by a comparator, or by null in the natural order. */
  void sort(Invocation call, Value order) {
    touch(call, true);
    Ordering.sort(call, List.copyOf(values), order, sorted -> become(call, sorted));
  }

  /** Writes its own elements anew. */
  void rewrite(Invocation call) {
    touch(call, true);
    call.done();
  }

  /**
   * Has other elements from now on; a method that tells whether it changes them says that it did.
   */
  private void become(Invocation call, List<Value> others) {
    values.clear();
    values.addAll(others);
    call.give(Value.TRUE);
  }

  private Value addFirst(Invocation call) {
    values.addFirst(call.argument(0));
    return Value.NULL;
  }

  private void addAll(Invocation call) {
    List<Value> more = Elements.elements(call, call.argument(0));
    if (more == null) {
      call.giveUnknown();
      return;
    }
    touch(call, true);
    List<Value> all = Stream.concat(values.stream(), more.stream()).toList();
    List<Value> kept = isSet ? all.stream().distinct().toList() : all;
    if (isSorted) {
      Ordering.sort(call, kept, order, sorted -> become(call, sorted));
    } else {
      become(call, kept);
    }
  }

  private void at(Invocation call, Value index, boolean remove) {
    touch(call, remove);
    if (!(index instanceof Value.Known(Integer n))) {
      call.give(open(call));
    } else if (n < 0 || n >= values.size()) {
      call.raiseMissing("java.lang.IndexOutOfBoundsException", "Index " + n, taken);
    } else {
      give(call, remove, n);
    }
  }

  private void give(Invocation call, boolean remove, int index) {
    if (remove) {
      taken = call.takenAway();
    }
    call.give(remove ? values.remove(index) : values.get(index));
  }

  private Value open(Invocation call) {
    return values.isEmpty()
        ? call.machine().fresh("java.lang.Object", false)
        : values.get(call.machine().chooseData(values.size()));
  }

  private Value replace(Invocation call) {
    if (call.argument(0) instanceof Value.Known(Integer n) && n >= 0 && n < values.size()) {
      return values.set(n, call.argument(1));
    }
    return call.machine().fresh("java.lang.Object", false);
  }

  private void remove(Invocation call) {
    if (call.method().parameters().equals(List.of("int")) && !isSet) {
      at(call, call.argument(0), true);
      return;
    }
    find(
        call,
        true,
        at -> {
          if (at >= 0) {
            dropAll(call, List.of(values.get(at)));
          }
          call.give(Value.of(at >= 0));
        });
  }

  private void first(Invocation call, boolean remove, boolean mustBe) {
    touch(call, remove);
    if (values.isEmpty()) {
      none(call, mustBe);
    } else {
      give(call, remove, 0);
    }
  }

  private void last(Invocation call, boolean remove, boolean mustBe) {
    touch(call, remove);
    if (values.isEmpty()) {
      none(call, mustBe);
    } else {
      give(call, remove, values.size() - 1);
    }
  }

  private void none(Invocation call, boolean mustBe) {
    if (mustBe) {
      call.raiseMissing("java.util.NoSuchElementException", "empty", taken);
    } else {
      call.give(new Value.Null(taken));
    }
  }

  private Thing iterator(Invocation call, List<Value> elements) {
    return Iterators.over(
        call, elements, (by, value) -> access(by, call.self(), value), () -> taken);
  }

  /** A step of an explicit iterator: the removal of a value, or a look if there is none. */
  private void access(Invocation by, Thing self, @Nullable Value removed) {
    touch(by.machine(), by, self, removed != null);
    if (removed != null) {
      dropAll(by, List.of(removed));
    }
  }

  /** Removes values; what is removed through a view is gone from what it is a view of. */
  private void dropAll(Invocation by, List<Value> removed) {
    for (Value value : removed) {
      values.remove(value);
      taken = by.takenAway();
      if (onRemove != null) {
        onRemove.accept(by, value);
      }
    }
  }

  private void forEach(Invocation call) {
    touch(call, false);
    Elements.forEach(call, List.copyOf(values), call.argument(0), call::done);
  }

  private void removeIf(Invocation call) {
    touch(call, true);
    Elements.filter(
        call, List.copyOf(values), call.argument(0), removed -> removeAll(call, removed));
  }

  private void removeAll(Invocation call, List<Value> removed) {
    dropAll(call, removed);
    call.give(Value.of(!removed.isEmpty()));
  }

  /** Removes what is in another collection, or what is not. */
  private void removeAll(Invocation call, boolean ifThere) {
    List<Value> others = Elements.elements(call, call.argument(0));
    touch(call, true);
    if (others == null) {
      call.giveUnknown();
    } else {
      choose(call, List.copyOf(values), others, ifThere, new ArrayList<>());
    }
  }

  private void choose(
      Invocation call, List<Value> left, List<Value> others, boolean ifThere, List<Value> chosen) {
    if (left.isEmpty()) {
      removeAll(call, chosen);
      return;
    }
    Equality.find(
        call,
        others,
        left.getFirst(),
        at -> {
          if (at >= 0 == ifThere) {
            chosen.add(left.getFirst());
          }
          choose(call, left.subList(1, left.size()), others, ifThere, chosen);
        });
  }

  @Override
  public boolean blocksInFor() {
    return false;
  }

  @Override
  public void takeNext(Invocation call, Consumer<@Nullable Value> then) {
    throw new IllegalStateException("a collection does not wait");
  }

  @Override
  public List<Value> elements(Invocation call) {
    touch(call.machine(), call, call.self(), false);
    return Collections.unmodifiableList(new ArrayList<>(values));
  }

  @Override
  public void replaces(Facet before, Value.Origin takenAway) {
    if (values.isEmpty() && before instanceof Sequence other && !other.values.isEmpty()) {
      taken = takenAway;
    }
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

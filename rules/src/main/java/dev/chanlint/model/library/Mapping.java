package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Records;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps. */
final class Mapping implements Facet {

  static final String ENTRY = "java.util.Map$Entry";

  /** The methods whose first argument is a key. */
  private static final Set<String> BY_KEY =
      Set.of(
          "get",
          "getOrDefault",
          "containsKey",
          "put",
          "putIfAbsent",
          "remove",
          "replace",
          "computeIfAbsent",
          "computeIfPresent",
          "compute",
          "merge");

  private static final Set<String> IF_ABSENT = Set.of("computeIfAbsent", "putIfAbsent");

  private final boolean isThreadSafe;
  private final boolean isSorted;
  private final SequencedMap<Value, Value> entries = new LinkedHashMap<>();

  /** Whether who looks an entry up puts it last. */
  private boolean isOrderedByAccess;

  /** The comparator of one that is sorted; null for the natural order. */
  private Value order = Value.NULL;

  /** Who removed what was removed last. */
  private Value.@Nullable Origin taken;

  /** The map that this one is a part of; null if it stands for itself. */
  private @Nullable Thing origin;

  /** For keys that were removed, a null that tells by whom. */
  private final Map<Value, Value> removed = new HashMap<>();

  /** Who computes what; null if a map of this class keeps nobody out meanwhile. */
  private @Nullable EntryLocks computing;

  Mapping(boolean isThreadSafe) {
    this(isThreadSafe, false);
  }

  private Mapping(boolean isThreadSafe, boolean isSorted) {
    this.isThreadSafe = isThreadSafe;
    this.isSorted = isSorted;
  }

  /** One whose keys stand in their natural order as far as it is known. */
  static Mapping sorted(boolean isThreadSafe) {
    return new Mapping(isThreadSafe, true);
  }

  /** One in which a key whose value is computed is not changed by others. */
  static Mapping concurrent() {
    Mapping mapping = new Mapping(true);
    mapping.computing = new EntryLocks();
    return mapping;
  }

  void construct(Invocation call) {
    order = isSorted ? Ordering.given(call) : Value.NULL;
    isOrderedByAccess = call.arguments().size() == 3 && call.argument(2).equals(Value.of(true));
    Thing source = call.thing(0);
    if (source != null && source.facet() instanceof Mapping other) {
      other.touch(call, source, false);
      entries.putAll(other.entries);
      arrange();
    }
    call.done();
  }

  /** Puts keys into the order that the map has. */
  private void arrange() {
    if (isSorted && Ordering.isKnown(List.copyOf(entries.keySet()), order)) {
      List<Map.Entry<Value, Value>> sorted =
          entries.entrySet().stream()
              .map(Map.Entry::copyOf)
              .sorted(Map.Entry.comparingByKey(Ordering::known))
              .toList();
      entries.clear();
      sorted.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    }
  }

  /** Adds an entry, or changes it; gives the value that was there before. */
  private @Nullable Value enter(Value key, Value value) {
    Value before = entries.put(key, value);
    if (before == null) {
      arrange();
    }
    return before;
  }

  /** The same entries behind a lock of their own. */
  Mapping synchronizedCopy() {
    Mapping copy = new Mapping(true, isSorted);
    copy.order = order;
    copy.entries.putAll(entries);
    return copy;
  }

  /** A map of these entries that nothing else refers to. */
  static Thing make(Invocation call, Map<Value, Value> entries) {
    Mapping mapping = new Mapping(false);
    mapping.entries.putAll(entries);
    return make(call, mapping);
  }

  /** The static methods of {@code Map}. */
  static @Nullable Handler handler(String name) {
    return switch (name) {
      case "of" -> Mapping::of;
      case "entry" -> call -> call.give(entry(call, new Entry(call.argument(0), call.argument(1))));
      case "ofEntries" -> Mapping::ofEntries;
      case "copyOf" -> Mapping::copyOf;
      default -> null;
    };
  }

  static void of(Invocation call) {
    Mapping mapping = new Mapping(true);
    for (int n = 0; n + 1 < call.arguments().size(); n += 2) {
      mapping.entries.put(call.argument(n), call.argument(n + 1));
    }
    give(call, mapping);
  }

  private static void ofEntries(Invocation call) {
    Mapping mapping = new Mapping(true);
    for (Value value : Elements.spread(call.arguments())) {
      if (value instanceof Thing thing && thing.facet() instanceof Entry entry) {
        mapping.entries.put(entry.key(), entry.value());
      }
    }
    give(call, mapping);
  }

  private static void copyOf(Invocation call) {
    Thing source = call.thing(0);
    if (source == null || !(source.facet() instanceof Mapping other)) {
      call.giveUnknown();
      return;
    }
    other.touch(call, source, false);
    give(call, other.synchronizedCopy());
  }

  private static void give(Invocation call, Mapping mapping) {
    call.give(make(call, mapping));
  }

  private static Thing make(Invocation call, Mapping mapping) {
    Thing map = call.machine().allocate(call.goroutine(), "java.util.HashMap", call.at());
    map.setFacet(mapping);
    return map;
  }

  private static Thing entry(Invocation call, Entry entry) {
    Thing thing = call.machine().allocate(call.goroutine(), ENTRY, call.at());
    thing.setFacet(entry);
    return thing;
  }

  private void touch(Invocation call, Thing receiver, boolean isWrite) {
    Thing self = origin != null ? origin : receiver;
    if (isThreadSafe) {
      call.machine()
          .synchronize(call.goroutine(), new Memory.Location(self, Memory.CONTENTS), isWrite);
    } else {
      call.machine().touchContents(call.goroutine(), self, isWrite, call.at());
    }
  }

  private Handler accessing(boolean isWrite, Function<Invocation, Value> body) {
    return performing(isWrite, call -> call.give(body.apply(call)));
  }

  private Handler performing(boolean isWrite, Consumer<Invocation> body) {
    return call -> {
      if (isThreadSafe) {
        call.observably(
            Operation.ATOMIC,
            () -> {
              touch(call, call.self(), isWrite);
              whenFree(call, isWrite, () -> body.accept(call));
            });
      } else {
        touch(call, call.self(), isWrite);
        body.accept(call);
      }
    };
  }

  private void whenFree(Invocation call, boolean isWrite, Runnable then) {
    String name = call.method().name();
    if (computing == null || !isWrite || !BY_KEY.contains(name) || !computing.isAnyHeld()) {
      then.run();
      return;
    }
    Value key = inMap(call, call.argument(0));
    if (IF_ABSENT.contains(name) && entries.containsKey(key)) {
      then.run();
    } else {
      computing.whenFree(call, key, then);
    }
  }

  private void compute(
      Invocation call, Value key, Value function, List<Value> with, Consumer<Value> then) {
    if (computing == null) {
      call.callBack(function, with, then);
    } else {
      computing.compute(call, key, function, with, then);
    }
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    Handler known = known(name, arity);
    return known != null && BY_KEY.contains(name) ? byKey(known) : known;
  }

  /** Where the program's own classes say so, the key in the map that the argument equals. */
  private Handler byKey(Handler body) {
    return call -> {
      List<Value> keys = List.copyOf(entries.keySet());
      IntConsumer then = at -> body.perform(at < 0 ? call : call.with(0, keys.get(at)));
      if (isSorted) {
        Ordering.search(call, keys, call.argument(0), order, then);
      } else if (Equality.isOwn(call, call.argument(0))) {
        Equality.findHashed(call, keys, call.argument(0), then);
      } else {
        body.perform(call);
      }
    };
  }

  private @Nullable Handler known(String name, int arity) {
    return switch (name) {
      case "get" -> accessing(false, call -> lookup(call, call.argument(0), null));
      case "getOrDefault" ->
          accessing(false, call -> lookup(call, call.argument(0), call.argument(1)));
      case "containsKey" -> accessing(false, this::contains);
      case "put" -> accessing(true, this::put);
      case "putAll" -> this::putAll;
      case "toString" -> performing(false, call -> Elements.text(call, contents()));
      case "containsValue", "equals", "hashCode" ->
          accessing(false, call -> call.machine().fresh(call.method().result(), false));
      case "replaceAll" -> performing(true, this::replaceAll);
      case "replace" -> arity == 2 ? accessing(true, this::replace) : performing(true, this::swap);
      case "clone" -> accessing(false, this::copy);
      case "putIfAbsent" -> accessing(true, this::putIfAbsent);
      case "remove" -> accessing(true, call -> remove(call, call.argument(0)));
      case "clear" ->
          accessing(
              true,
              call -> {
                List.copyOf(entries.keySet()).forEach(key -> remove(call, key));
                return Value.NULL;
              });
      case "size" -> accessing(false, call -> Value.of(entries.size()));
      case "isEmpty" -> accessing(false, call -> Value.of(entries.isEmpty()));
      case "values" -> accessing(false, this::valuesView);
      case "keySet", "navigableKeySet" -> accessing(false, this::keysView);
      case "entrySet" -> accessing(false, this::entriesView);
      case "computeIfAbsent" -> performing(true, this::computeIfAbsent);
      case "computeIfPresent", "compute" -> performing(true, this::compute);
      case "merge" -> performing(true, this::merge);
      case "forEach" -> performing(false, this::forEach);
      default -> isSorted ? inOrder(name) : null;
    };
  }

  /** What only sorted maps have. */
  private @Nullable Handler inOrder(String name) {
    return switch (name) {
      case "firstKey" -> performing(false, call -> giveKey(call, firstKey()));
      case "lastKey" -> performing(false, call -> giveKey(call, lastKey()));
      case "firstEntry" -> accessing(false, call -> entryAt(call, firstKey()));
      case "lastEntry" -> accessing(false, call -> entryAt(call, lastKey()));
      case "pollFirstEntry" -> accessing(true, call -> poll(call, firstKey()));
      case "pollLastEntry" -> accessing(true, call -> poll(call, lastKey()));
      case "lowerKey", "floorKey", "ceilingKey", "higherKey" -> accessing(false, this::nextKey);
      case "lowerEntry", "floorEntry", "ceilingEntry", "higherEntry" ->
          accessing(false, call -> entryAt(call, neighbour(call)));
      case "headMap", "tailMap", "subMap" -> performing(false, this::part);
      case "descendingMap" ->
          performing(false, call -> part(call, List.copyOf(entries.keySet()).reversed()));
      case "descendingKeySet" ->
          accessing(
              false,
              call -> view(call, new ArrayList<>(entries.keySet()).reversed(), this::remove));
      default -> null;
    };
  }

  private @Nullable Value keyAt(int at) {
    return at < 0 || at >= entries.size() ? null : List.copyOf(entries.keySet()).get(at);
  }

  private @Nullable Value firstKey() {
    return keyAt(0);
  }

  private @Nullable Value lastKey() {
    return keyAt(entries.size() - 1);
  }

  private @Nullable Value neighbour(Invocation call) {
    return keyAt(Navigation.neighbour(call, List.copyOf(entries.keySet()), order));
  }

  private void giveKey(Invocation call, @Nullable Value key) {
    if (key == null) {
      call.raiseMissing("java.util.NoSuchElementException", "empty", taken);
    } else {
      call.give(key);
    }
  }

  private Value nextKey(Invocation call) {
    Value key = neighbour(call);
    return key == null ? new Value.Null(taken) : key;
  }

  private Value entryAt(Invocation call, @Nullable Value key) {
    return key == null
        ? new Value.Null(taken)
        : entry(call, new Entry(key, orNull(entries.get(key))));
  }

  private Value poll(Invocation call, @Nullable Value key) {
    Value entry = entryAt(call, key);
    if (key != null) {
      remove(call, key);
    }
    return entry;
  }

  private void part(Invocation call) {
    List<Value> keys = List.copyOf(entries.keySet());
    Navigation.Part part = Navigation.part(call, keys, order);
    if (part == null) {
      contents().forEach(call.machine()::escape);
      call.giveUnknown();
    } else {
      part(call, keys.subList(part.from(), part.to()));
    }
  }

  /** Some of the entries: what is read through it is read of the whole map. */
  private void part(Invocation call, List<Value> keys) {
    Mapping part = new Mapping(isThreadSafe, true);
    keys.forEach(key -> part.entries.put(key, orNull(entries.get(key))));
    part.origin = origin != null ? origin : call.self();
    give(call, part);
  }

  private static Value orNull(@Nullable Value value) {
    return value != null ? value : Value.NULL;
  }

  private Value lookup(Invocation call, Value key, @Nullable Value otherwise) {
    Value known = inMap(call, key);
    Value found = entries.get(known);
    if (found != null) {
      if (isOrderedByAccess) {
        touch(call, call.self(), true);
        entries.putLast(known, found);
      }
      return found;
    }
    return otherwise != null ? otherwise : missing(key);
  }

  /**
   * The key in the map that a key equals, which may be for the run to decide; the key itself if it
   * equals none.
   */
  private Value inMap(Invocation call, Value key) {
    if (entries.containsKey(key)) {
      return key;
    }
    for (Value other : List.copyOf(entries.keySet())) {
      if (isEqual(call, other, key)) {
        return other;
      }
    }
    return key;
  }

  private static boolean isEqual(Invocation call, Value one, Value other) {
    Machine machine = call.machine();
    boolean isOpen = one instanceof Value.Symbol || other instanceof Value.Symbol;
    return Records.areEqual(machine.index(), one, other)
        || isOpen && machine.decide(machine.derive("==", List.of(one, other), "boolean"), false);
  }

  private Value missing(Value key) {
    return removed.getOrDefault(key, Value.NULL);
  }

  private Value remove(Invocation call, Value asked) {
    Value key = inMap(call, asked);
    Value before = entries.remove(key);
    if (before == null) {
      return missing(key);
    }
    taken = call.takenAway();
    removed.put(key, new Value.Null(taken));
    return before;
  }

  private Value contains(Invocation call) {
    return Value.of(entries.containsKey(inMap(call, call.argument(0))));
  }

  private Value put(Invocation call) {
    return orNull(enter(inMap(call, call.argument(0)), call.argument(1)));
  }

  private void putAll(Invocation call) {
    Thing source = call.thing(0);
    if (source == null || !(source.facet() instanceof Mapping other)) {
      call.giveUnknown();
      return;
    }
    other.touch(call, source, false);
    touch(call, call.self(), true);
    entries.putAll(other.entries);
    arrange();
    call.done();
  }

  private Value putIfAbsent(Invocation call) {
    Value key = inMap(call, call.argument(0));
    Value present = entries.get(key);
    return orNull(present != null ? present : enter(key, call.argument(1)));
  }

  private Value replace(Invocation call) {
    Value key = inMap(call, call.argument(0));
    return orNull(entries.containsKey(key) ? entries.put(key, call.argument(1)) : null);
  }

  private void swap(Invocation call) {
    Value key = inMap(call, call.argument(0));
    Value present = orNull(entries.get(key));
    boolean isExpected = entries.containsKey(key) && isEqual(call, present, call.argument(1));
    if (isExpected) {
      entries.put(key, call.argument(2));
    }
    call.give(Value.of(isExpected));
  }

  private void replaceAll(Invocation call) {
    replaceAll(call, List.copyOf(entries.keySet()));
  }

  private void replaceAll(Invocation call, List<Value> left) {
    if (left.isEmpty()) {
      call.done();
      return;
    }
    Value key = left.getFirst();
    call.callBack(
        call.argument(0),
        List.of(key, orNull(entries.get(key))),
        made -> {
          entries.put(key, made);
          replaceAll(call, left.subList(1, left.size()));
        });
  }

  private Value copy(Invocation call) {
    Thing copy = call.machine().allocate(call.goroutine(), call.self().type(), call.at());
    Mapping facet = new Mapping(isThreadSafe, isSorted);
    facet.order = order;
    facet.entries.putAll(entries);
    copy.setFacet(facet);
    return copy;
  }

  private Value valuesView(Invocation call) {
    return view(call, new ArrayList<>(entries.values()), this::removeValue);
  }

  private Value keysView(Invocation call) {
    return view(call, new ArrayList<>(entries.keySet()), this::remove);
  }

  private Value entriesView(Invocation call) {
    return view(call, pairs(call), this::removeEntry);
  }

  private void removeValue(Invocation call, Value value) {
    List.copyOf(entries.entrySet()).stream()
        .filter(entry -> entry.getValue() == value)
        .forEach(entry -> remove(call, entry.getKey()));
  }

  private void removeEntry(Invocation call, Value entry) {
    if (entry instanceof Thing thing && thing.facet() instanceof Entry removed) {
      remove(call, removed.key());
    }
  }

  private Value view(Invocation call, List<Value> values, BiConsumer<Invocation, Value> onRemove) {
    Thing view = Sequence.make(call, values);
    view.setFacet(Sequence.view(call.self(), isThreadSafe, values, onRemove));
    return view;
  }

  private List<Value> pairs(Invocation call) {
    List<Value> pairs = new ArrayList<>();
    entries.forEach((key, value) -> pairs.add(entry(call, new Entry(key, value))));
    return pairs;
  }

  private void computeIfAbsent(Invocation call) {
    Value key = inMap(call, call.argument(0));
    Value present = entries.get(key);
    if (present != null && !(present instanceof Value.Null)) {
      call.give(present);
      return;
    }
    compute(call, key, call.argument(1), List.of(key), made -> store(call, key, made));
  }

  private void compute(Invocation call) {
    Value key = inMap(call, call.argument(0));
    Value present = entries.get(key);
    if (present == null && call.method().name().equals("computeIfPresent")) {
      call.give(Value.NULL);
      return;
    }
    compute(
        call, key, call.argument(1), List.of(key, orNull(present)), made -> store(call, key, made));
  }

  private void merge(Invocation call) {
    Value key = inMap(call, call.argument(0));
    Value present = entries.get(key);
    if (present == null) {
      store(call, key, call.argument(1));
      return;
    }
    compute(
        call,
        key,
        call.argument(2),
        List.of(present, call.argument(1)),
        made -> store(call, key, made));
  }

  private void store(Invocation call, Value key, Value value) {
    if (value instanceof Value.Null) {
      remove(call, key);
    } else {
      enter(key, value);
    }
    call.give(value);
  }

  private void forEach(Invocation call) {
    forEach(call, List.copyOf(entries.entrySet()));
  }

  private void forEach(Invocation call, List<Map.Entry<Value, Value>> left) {
    if (left.isEmpty()) {
      call.done();
      return;
    }
    var first = left.getFirst();
    call.callBack(
        call.argument(0),
        List.of(first.getKey(), first.getValue()),
        v -> forEach(call, left.subList(1, left.size())));
  }

  @Override
  public void replaces(Facet before, Value.Origin takenAway) {
    if (before instanceof Mapping other) {
      other.entries.keySet().stream()
          .filter(key -> !entries.containsKey(key))
          .forEach(key -> removed.put(key, new Value.Null(takenAway)));
      taken = other.entries.isEmpty() ? taken : takenAway;
    }
  }

  @Override
  public Collection<Value> contents() {
    return Stream.concat(entries.keySet().stream(), entries.values().stream()).toList();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.addAll(entries.keySet());
    sink.addAll(entries.values());
    if (computing != null) {
      computing.fingerprint(sink);
    }
  }

  /** An entry. */
  private record Entry(Value key, Value value) implements Facet {
    @Override
    public @Nullable Handler method(String name, int arity) {
      return switch (name) {
        case "getKey" -> call -> call.give(key);
        case "getValue" -> call -> call.give(value);
        default -> null;
      };
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(key);
      sink.add(value);
    }
  }
}

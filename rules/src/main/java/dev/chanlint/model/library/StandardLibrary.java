package dev.chanlint.model.library;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Library;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runtime's classes and those of the JDK that concurrent programs lean on. */
public final class StandardLibrary implements Library {

  private static final String RUNTIME = "dev.chanlint.runtime.";
  private static final String CONCURRENT = "java.util.concurrent.";

  private static final String NEW_KEY_SET = CONCURRENT + "ConcurrentHashMap$KeySetView";

  private static final Set<String> PRINTING = Set.of("java.io.PrintStream", "java.lang.IO");
  private static final Set<String> PRINTS = Set.of("print", "println", "printf", "format");

  private static final List<String> ONE_CONSUMER = List.of("java.util.function.Consumer");

  private static final Map<String, Supplier<Facet>> FACETS =
      Map.ofEntries(
          Map.entry(RUNTIME + "Mutex", () -> Lock.free(LockFacet.Kind.GO)),
          Map.entry(RUNTIME + "RWMutex", () -> Lock.free(LockFacet.Kind.GO)),
          Map.entry(CONCURRENT + "locks.ReentrantLock", () -> Lock.free(LockFacet.Kind.REENTRANT)),
          Map.entry(
              CONCURRENT + "locks.ReentrantReadWriteLock",
              () -> Lock.free(LockFacet.Kind.REENTRANT)),
          Map.entry(RUNTIME + "Cond", () -> new Condition(null, null, false)),
          Map.entry(RUNTIME + "Once", OnceFacet::new),
          Map.entry(RUNTIME + "WaitGroup", () -> new Group(Group.Kind.WAIT_GROUP)),
          Map.entry(RUNTIME + "ErrGroup", () -> new Group(Group.Kind.ERR_GROUP)),
          Map.entry(CONCURRENT + "CountDownLatch", () -> new Group(Group.Kind.LATCH)),
          Map.entry(RUNTIME + "GoPool", () -> new Pool(true, Value.NULL)),
          Map.entry(RUNTIME + "Timer", () -> new Timing(false)),
          Map.entry(RUNTIME + "Ticker", () -> new Timing(true)),
          Map.entry(CONCURRENT + "Semaphore", Semaphore::new),
          Map.entry(Reception.TYPE, Reception::new),
          Map.entry(CONCURRENT + "CyclicBarrier", Barrier::new),
          Map.entry(CONCURRENT + "Phaser", Barrier::new),
          Map.entry(CONCURRENT + "locks.StampedLock", Stamped::new),
          Map.entry(CONCURRENT + "LinkedBlockingQueue", () -> new WaitingQueue(Integer.MAX_VALUE)),
          Map.entry(CONCURRENT + "LinkedBlockingDeque", () -> new WaitingQueue(Integer.MAX_VALUE)),
          Map.entry(CONCURRENT + "LinkedTransferQueue", () -> new WaitingQueue(Integer.MAX_VALUE)),
          Map.entry(CONCURRENT + "ArrayBlockingQueue", () -> new WaitingQueue(Integer.MAX_VALUE)),
          Map.entry(CONCURRENT + "SynchronousQueue", () -> new WaitingQueue(0)),
          Map.entry("java.lang.Thread", Future::new),
          Map.entry(Future.TYPE, Future::new),
          Map.entry(CONCURRENT + "atomic.AtomicInteger", () -> new Atomic(Value.of(0))),
          Map.entry(CONCURRENT + "atomic.AtomicLong", () -> new Atomic(new Value.Known(0L))),
          Map.entry(CONCURRENT + "atomic.LongAdder", () -> new Atomic(new Value.Known(0L))),
          Map.entry(CONCURRENT + "atomic.AtomicBoolean", () -> new Atomic(Value.FALSE)),
          Map.entry(CONCURRENT + "atomic.AtomicReference", () -> new Atomic(Value.NULL)),
          Map.entry(CONCURRENT + "atomic.AtomicIntegerArray", () -> new AtomicArray(Value.of(0))),
          Map.entry(
              CONCURRENT + "atomic.AtomicLongArray", () -> new AtomicArray(new Value.Known(0L))),
          Map.entry(CONCURRENT + "atomic.AtomicReferenceArray", () -> new AtomicArray(Value.NULL)),
          Map.entry(
              CONCURRENT + "PriorityBlockingQueue", () -> new WaitingQueue(Integer.MAX_VALUE)),
          Map.entry(CONCURRENT + "Exchanger", Meeting::new),
          Map.entry(Completions.TYPE, Completions::new),
          Map.entry("java.lang.ThreadLocal", PerThread::new),
          Map.entry("java.lang.StringBuilder", () -> new Text(false)),
          Map.entry("java.lang.StringBuffer", () -> new Text(true)),
          Map.entry("java.util.StringJoiner", () -> new Text(false)),
          Map.entry("java.util.PriorityQueue", () -> Sequence.sorted(false, false)),
          Map.entry("java.util.Stack", () -> new Sequence(true, false)),
          Map.entry("java.util.ArrayList", () -> new Sequence(false, false)),
          Map.entry("java.util.LinkedList", () -> new Sequence(false, false)),
          Map.entry("java.util.ArrayDeque", () -> new Sequence(false, false)),
          Map.entry("java.util.Vector", () -> new Sequence(true, false)),
          Map.entry("java.util.HashSet", () -> new Sequence(false, true)),
          Map.entry("java.util.LinkedHashSet", () -> new Sequence(false, true)),
          Map.entry("java.util.TreeSet", () -> Sequence.sorted(false, true)),
          Map.entry(CONCURRENT + "CopyOnWriteArrayList", () -> new Sequence(true, false)),
          Map.entry(CONCURRENT + "ConcurrentLinkedQueue", () -> new Sequence(true, false)),
          Map.entry(CONCURRENT + "ConcurrentLinkedDeque", () -> new Sequence(true, false)),
          Map.entry(NEW_KEY_SET, () -> new Sequence(true, true)),
          Map.entry(CONCURRENT + "CopyOnWriteArraySet", () -> new Sequence(true, true)),
          Map.entry(CONCURRENT + "ConcurrentSkipListSet", () -> Sequence.sorted(true, true)),
          Map.entry("java.util.EnumMap", () -> new Mapping(false)),
          Map.entry("java.util.IdentityHashMap", () -> new Mapping(false)),
          Map.entry("java.util.Hashtable", () -> new Mapping(true)),
          Map.entry("java.util.HashMap", () -> new Mapping(false)),
          Map.entry("java.util.LinkedHashMap", () -> new Mapping(false)),
          Map.entry("java.util.TreeMap", () -> Mapping.sorted(false)),
          Map.entry(CONCURRENT + "ConcurrentHashMap", Mapping::concurrent),
          Map.entry(CONCURRENT + "ConcurrentSkipListMap", () -> Mapping.sorted(true)));

  private static final Set<String> HANDING_ON =
      Set.of(Channel.TYPE, RUNTIME + "ReceiveChan", "java.lang.Runnable", CONCURRENT + "Callable");

  private static final Set<String> ALIVE_ALWAYS =
      Set.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom");

  /** The only one; it has no state. */
  public static final StandardLibrary INSTANCE = new StandardLibrary();

  private StandardLibrary() {}

  @Override
  public @Nullable Facet facet(String type) {
    Supplier<Facet> known = FACETS.get(type);
    return known == null ? null : known.get();
  }

  @Override
  public Facet.@Nullable Handler handler(MethodRef method) {
    String owner = method.owner();
    String name = method.name();
    if (name.equals(MethodRef.CONSTRUCTOR)) {
      return constructor(method);
    }
    Facet.Handler general = onAnyObject(name, method.parameters().size());
    if (general != null) {
      return general;
    }
    if (owner.equals(CONCURRENT + "TimeUnit") && name.equals("sleep")) {
      return Timing::sleep;
    }
    if (Functions.declares(owner)) {
      return Functions.handler(name);
    }
    if (Ordering.declares(owner)) {
      return Ordering.handler(name);
    }
    if (PRINTING.contains(owner) && PRINTS.contains(name)) {
      return StandardLibrary::print;
    }
    if (name.equals("forEach") && method.parameters().equals(ONE_CONSUMER)) {
      return Iterators::forEach;
    }
    if (!method.isStatic()) {
      return null;
    }
    return switch (owner) {
      case RUNTIME + "Go" -> go(name, method.parameters().size());
      case RUNTIME + "Chan" -> channel(name, method.parameters().size());
      case RUNTIME + "Select" -> Selecting.handler(name);
      case RUNTIME + "Context" -> ContextFacet.handler(name);
      case RUNTIME + "Time" -> Timing.handler(name);
      case "java.lang.Thread" -> thread(name);
      case "java.lang.ThreadLocal" -> name.equals("withInitial") ? PerThread::withInitial : null;
      case Future.TYPE -> Future.handler(owner, name);
      case CONCURRENT + "ConcurrentHashMap" ->
          name.equals("newKeySet")
              ? call -> call.give(call.machine().allocate(call.goroutine(), NEW_KEY_SET, call.at()))
              : null;
      case "java.lang.invoke.MethodHandles",
          CONCURRENT + "atomic.AtomicIntegerFieldUpdater",
          CONCURRENT + "atomic.AtomicLongFieldUpdater",
          CONCURRENT + "atomic.AtomicReferenceFieldUpdater" ->
          FieldHandle.handler(name);
      case CONCURRENT + "Executors" -> Pool.factory(name);
      case CONCURRENT + "locks.LockSupport" -> parking(name);
      case "java.util.List", "java.util.Set" -> literal(name);
      case "java.util.Map" -> Mapping.handler(name);
      case "java.util.EnumSet" -> enumSet(name);
      case "java.util.Arrays" ->
          name.equals("asList") ? StandardLibrary::listOf : Arrays.handler(name);
      case "java.util.stream.Stream", "java.util.stream.IntStream" -> Streams.handler(name);
      case "java.util.Collections" -> collections(name);
      case "java.lang.String" -> isText(name) ? StandardLibrary::textOf : null;
      case "java.util.Optional" -> Options.handler(name);
      case "java.util.stream.Collectors" -> Collecting.handler(name);
      case "java.lang.System" -> system(name);
      case "java.lang.Math" -> name.equals("random") ? Invocation::giveInput : null;
      case "java.util.concurrent.ThreadLocalRandom" -> Invocation::giveInput;
      case "java.util.Objects" -> objects(name);
      default -> null;
    };
  }

  private static Facet.@Nullable Handler onAnyObject(String name, int arity) {
    return switch (name) {
      case "wait" -> arity <= 1 ? call -> monitorWait(call, arity == 1) : null;
      case "notify" -> arity == 0 ? call -> monitorNotify(call, false) : null;
      case "notifyAll" -> arity == 0 ? call -> monitorNotify(call, true) : null;
      case "clone" -> arity == 0 ? StandardLibrary::copy : null;
      default -> null;
    };
  }

  /** Another object with the same fields, each of which is read. */
  private static void copy(Invocation call) {
    Thing self = call.self();
    Thing copy = call.machine().allocate(call.goroutine(), self.type(), call.at());
    self.fields()
        .forEach(
            (field, value) -> {
              if (call.machine().index().fields(field.owner()).contains(field)) {
                Memory.Location read = new Memory.Location(self, field);
                call.machine().access(call.goroutine(), read, false, false, call.at());
                copy.fields().put(field, value);
              }
            });
    call.give(copy);
  }

  private static void monitorWait(Invocation call, boolean timed) {
    Monitors.condition(call.self()).await(call, timed);
  }

  private static void monitorNotify(Invocation call, boolean all) {
    Condition condition = Monitors.condition(call.self());
    call.observably(
        dev.chanlint.model.machine.Operation.SIGNAL,
        () -> condition.wake(call, all ? Integer.MAX_VALUE : 1));
  }

  // ---- constructors

  private static Facet.@Nullable Handler constructor(MethodRef method) {
    if (method.owner().equals("java.lang.Object")) {
      return Invocation::done;
    }
    return StandardLibrary::construct;
  }

  private static void construct(Invocation call) {
    if (!(call.receiver() instanceof Thing self)) {
      call.done();
      return;
    }
    switch (self.facet()) {
      case Group group -> group.construct(call);
      case Condition condition -> condition.construct(call);
      case Pool pool -> pool.construct(call);
      case Completions completions -> completions.construct(call);
      case Timing timing -> timing.construct(call);
      case Semaphore semaphore -> semaphore.construct(call);
      case Reception reception -> reception.construct(call);
      case Barrier barrier -> barrier.construct(call);
      case WaitingQueue queue -> queue.construct(call);
      case Atomic atomic -> atomic.construct(call);
      case Future future -> future.constructThread(call);
      case AtomicArray array -> array.construct(call);
      case Text text -> text.construct(call);
      case Sequence sequence -> sequence.construct(call);
      case Mapping mapping -> mapping.construct(call);
      case null -> constructPlain(call, self);
      default -> call.done();
    }
  }

  private static void constructPlain(Invocation call, Thing self) {
    if (call.machine().index().isSubtype(self.type(), "java.lang.Throwable")) {
      self.fields()
          .put(Machine.MESSAGE, call.arguments().isEmpty() ? Value.NULL : call.argument(0));
    } else if (!ALIVE_ALWAYS.contains(self.type())) {
      call.arguments().forEach(call.machine()::escape);
    }
    call.done();
  }

  // ---- goroutines and threads

  private static Facet.@Nullable Handler go(String name, int arity) {
    return switch (name) {
      case "go" -> call -> spawn(call, call.argument(arity - 1));
      case "run" -> StandardLibrary::run;
      case "gosched" -> Timing::yield;
      case "sleep" -> Timing::sleep;
      case "numGoroutine" -> Invocation::giveInput;
      case "maxProcs" -> call -> call.give(Value.of(2));
      case "dump" -> Invocation::giveInput;
      default -> null;
    };
  }

  private static void spawn(Invocation call, Value body) {
    call.machine().spawn(call.goroutine(), Goroutine.Kind.GOROUTINE, body, call.at(), null, null);
    call.done();
  }

  private static void run(Invocation call) {
    call.callBack(
        call.argument(0),
        List.of(),
        v -> {
          call.machine().mainReturns(call.goroutine());
          call.done();
        });
  }

  private static Facet.@Nullable Handler thread(String name) {
    return switch (name) {
      case "sleep" -> Timing::sleep;
      case "yield", "onSpinWait" -> Timing::yield;
      case "interrupted" -> call -> call.give(Value.FALSE);
      default -> Future.handler("java.lang.Thread", name);
    };
  }

  /** A park may end at any time, for no reason: who parks looks again at what it waits for. */
  private static Facet.@Nullable Handler parking(String name) {
    return switch (name) {
      case "park", "parkNanos", "parkUntil" -> Timing::yield;
      case "unpark", "setCurrentBlocker" -> Invocation::done;
      default -> null;
    };
  }

  // ---- channels

  private static Facet.@Nullable Handler channel(String name, int arity) {
    return switch (name) {
      case "make" -> arity == 0 ? call -> channel(call, Value.of(0)) : StandardLibrary::buffered;
      case "nil" -> call -> call.give(Channel.make(call, Value.of(0), true));
      default -> null;
    };
  }

  private static void buffered(Invocation call) {
    if (call.number(0, 0) < 0) {
      call.raise("java.lang.IllegalArgumentException", "negative capacity");
    } else {
      channel(call, call.argument(0));
    }
  }

  private static void channel(Invocation call, Value capacity) {
    call.give(Channel.make(call, capacity, false));
  }

  // ---- the rest of the JDK

  private static Facet.@Nullable Handler literal(String name) {
    return switch (name) {
      case "of" -> StandardLibrary::listOfArguments;
      case "copyOf" -> StandardLibrary::listOf;
      default -> null;
    };
  }

  /** The arguments are the elements, unless there is one that is an array of them. */
  private static void listOfArguments(Invocation call) {
    List<String> parameters = call.method().parameters();
    boolean isVariable = parameters.size() == 1 && parameters.getFirst().endsWith("[]");
    call.give(
        Sequence.make(call, isVariable ? Elements.spread(call.arguments()) : call.arguments()));
  }

  private static void listOf(Invocation call) {
    List<Value> values = call.arguments();
    if (values.size() == 1 && isCollection(call.argument(0))) {
      List<Value> elements = Elements.elements(call, call.argument(0));
      values = elements == null ? values : elements;
    }
    call.give(Sequence.make(call, values));
  }

  private static boolean isCollection(Value value) {
    return value instanceof Thing thing
        && (thing.facet() instanceof dev.chanlint.model.machine.ArrayFacet
            || thing.facet() instanceof Sequence);
  }

  private static Facet.@Nullable Handler collections(String name) {
    return switch (name) {
      case "emptyList", "emptySet" -> call -> call.give(Sequence.make(call, List.of()));
      case "singletonList", "singleton" -> call -> call.give(Sequence.make(call, call.arguments()));
      case "unmodifiableList", "unmodifiableSet", "unmodifiableMap", "unmodifiableCollection" ->
          call -> call.give(call.argument(0));
      case "synchronizedList", "synchronizedSet", "synchronizedCollection", "synchronizedMap" ->
          StandardLibrary::synchronize;
      case "emptyMap" -> Mapping::of;
      case "addAll" -> StandardLibrary::addAll;
      case "sort" -> StandardLibrary::sort;
      case "shuffle", "reverse", "swap" -> StandardLibrary::reorder;
      case "max" -> call -> extreme(call, 1);
      case "min" -> call -> extreme(call, -1);
      case "reverseOrder" -> Ordering.handler(name);
      default -> null;
    };
  }

  /** A wrapper has the elements of what it wraps, and a lock for each call. */
  private static void synchronize(Invocation call) {
    Thing wrapped = call.thing(0);
    Facet safe =
        switch (wrapped == null ? null : wrapped.facet()) {
          case Sequence sequence -> sequence.synchronizedCopy();
          case Mapping mapping -> mapping.synchronizedCopy();
          case null, default -> null;
        };
    if (wrapped == null || safe == null) {
      call.giveUnknown();
      return;
    }
    Thing wrapper = call.machine().allocate(call.goroutine(), wrapped.type(), call.at());
    wrapper.setFacet(safe);
    call.give(wrapper);
  }

  private static void addAll(Invocation call) {
    Thing target = call.thing(0);
    if (target == null || !(target.facet() instanceof Sequence sequence)) {
      call.giveUnknown();
      return;
    }
    call.machine().touchContents(call.goroutine(), target, true, call.at());
    sequence.values().addAll(Elements.spread(call.without(0).arguments()));
    call.give(Value.TRUE);
  }

  /** Puts a list in another order, of which nothing depends on which. */
  private static void reorder(Invocation call) {
    Thing list = call.thing(0);
    if (list != null && list.facet() instanceof Sequence sequence) {
      sequence.rewrite(call.on(list));
    } else {
      call.done();
    }
  }

  private static void sort(Invocation call) {
    Thing list = call.thing(0);
    if (list != null && list.facet() instanceof Sequence sequence) {
      sequence.sort(call.on(list), Ordering.order(call, 1));
    } else {
      call.done();
    }
  }

  private static void extreme(Invocation call, int sign) {
    List<Value> values = Elements.elements(call, call.argument(0));
    if (values == null) {
      call.giveUnknown();
    } else if (values.isEmpty()) {
      call.raise("java.util.NoSuchElementException", "empty");
    } else {
      Ordering.extreme(call, values, Ordering.order(call, 1), sign, call::give);
    }
  }

  private static Facet.@Nullable Handler enumSet(String name) {
    return switch (name) {
      case "noneOf" -> call -> call.give(Sequence.make(call, List.of()));
      case "of" -> call -> call.give(Sequence.make(call, Elements.spread(call.arguments())));
      case "copyOf" -> StandardLibrary::listOf;
      default -> null;
    };
  }

  private static Facet.@Nullable Handler system(String name) {
    return switch (name) {
      case "nanoTime", "currentTimeMillis", "getProperty", "getenv", "identityHashCode" ->
          Invocation::giveInput;
      case "exit" ->
          call -> {
            call.machine().exit();
            call.done();
          };
      case "arraycopy" -> Arrays::transfer;
      default -> null;
    };
  }

  private static Facet.@Nullable Handler objects(String name) {
    return switch (name) {
      case "requireNonNull" -> StandardLibrary::requireNonNull;
      case "equals" -> StandardLibrary::areEqual;
      case "toString" -> StandardLibrary::textOf;
      default -> null;
    };
  }

  private static void areEqual(Invocation call) {
    if (Equality.isOwn(call, call.argument(0))) {
      List<Value> other = List.of(call.argument(1));
      Equality.find(call, other, call.argument(0), at -> call.give(Value.of(at == 0)));
    } else {
      call.give(Evaluation.equality(call.machine(), call.argument(0), call.argument(1)));
    }
  }

  private static boolean isText(String name) {
    return name.equals("valueOf") || name.equals("format");
  }

  private static void print(Invocation call) {
    List<Value> printed = Elements.spread(call.arguments());
    call.machine()
        .texts(
            call.goroutine(),
            printed,
            texts -> call.give(call.receiver() instanceof Thing self ? self : Value.NULL),
            call.at());
  }

  /** The text of the arguments, for which objects of the program are asked. */
  private static void textOf(Invocation call) {
    call.machine()
        .texts(
            call.goroutine(),
            Elements.spread(call.arguments()),
            texts -> call.give(text(call, texts)),
            call.at());
  }

  private static Value text(Invocation call, List<Value> texts) {
    boolean isPlain = texts.equals(call.arguments());
    Outcome outcome = isPlain ? Evaluation.call(call.machine(), call.method(), null, texts) : null;
    return outcome instanceof Result(Value evaluated)
        ? evaluated
        : call.machine().derive(call.method().name(), texts, "java.lang.String");
  }

  private static void requireNonNull(Invocation call) {
    if (call.argument(0) instanceof Value.Null) {
      call.raise("java.lang.NullPointerException", "requireNonNull");
    } else {
      call.give(call.argument(0));
    }
  }

  // ---- values

  @Override
  public @Nullable Value constant(FieldRef field) {
    return Evaluation.constant(field);
  }

  @Override
  public @Nullable Outcome evaluate(
      Machine machine, MethodRef method, @Nullable Value receiver, List<Value> arguments) {
    return Evaluation.call(machine, method, receiver, arguments);
  }

  @Override
  public boolean isHarmless(MethodRef method) {
    return isOutput(method) || Evaluation.isHarmless(method.owner());
  }

  @Override
  public boolean maySynchronize(String type) {
    return type.startsWith(CONCURRENT) || type.startsWith(RUNTIME);
  }

  @Override
  public boolean handsOnInput(String type) {
    return Functions.declares(type) || HANDING_ON.contains(type);
  }

  @Override
  public boolean isOutput(MethodRef method) {
    return switch (method.owner()) {
      case "java.io.PrintStream",
          "java.lang.IO",
          "java.io.Console",
          "java.util.logging.Logger",
          "java.lang.System$Logger",
          "org.slf4j.Logger" ->
          true;
      case "java.nio.file.Files" -> method.name().startsWith("write");
      default -> false;
    };
  }
}

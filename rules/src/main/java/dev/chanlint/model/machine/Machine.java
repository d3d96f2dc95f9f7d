package dev.chanlint.model.machine;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program: its heap, its goroutines, and what was decided about its symbols. A
 * scheduler says who steps next; each step performs one observable operation and then runs on to
 * the next.
 */
public final class Machine {

  /** The message of an exception, kept as if it were a field. */
  public static final FieldRef MESSAGE =
      new FieldRef("java.lang.Throwable", "message", "java.lang.String", false);

  /** Why what an exception is about was not there, kept as if it were a field. */
  public static final FieldRef MISSING =
      new FieldRef("java.lang.Throwable", "missing", "java.lang.Object", false);

  private static final MethodRef TO_STRING =
      new MethodRef("java.lang.Object", "toString", List.of(), "java.lang.String", false);

  private static final MethodRef FUNCTION_CALL =
      new MethodRef("java.lang.Object", "call", List.of(), "java.lang.Object", false);

  private static final int STEPS_WITHOUT_OPERATION = 4_000;
  private static final int DEEPEST_STACK = 150;
  private static final int DEEPEST_EXPRESSION = 6;

  private final CodeIndex index;
  private final Library library;
  private final Chooser chooser;
  private final Observer observer;
  private final Memory memory;
  private final Interpreter interpreter;
  private final List<Goroutine> goroutines = new ArrayList<>();
  private final Map<FieldRef, Value> statics = new HashMap<>();
  private final Map<Memory.Location, Clock> volatiles = new HashMap<>();
  private final Map<Thing, List<Frame.Code>> raisedFrom = new IdentityHashMap<>();
  private final Map<String, Initialization> initializations = new HashMap<>();
  private final Decisions decisions = new Decisions();
  private Frame.@Nullable Code caller;
  private int symbols;
  private long steps;
  private long work;
  private boolean mainReturned;
  private boolean panicked;
  private boolean unsure;
  private boolean orderedFromOutside;
  private boolean exited;

  /**
   * A machine before its start.
   *
   * @param index the code
   * @param library what is known of library classes
   * @param chooser who decides what is open
   * @param observer who learns what happens
   */
  public Machine(CodeIndex index, Library library, Chooser chooser, Observer observer) {
    this.index = index;
    this.library = library;
    this.chooser = chooser;
    this.observer = observer;
    this.memory = new Memory(observer);
    this.interpreter = new Interpreter(this);
  }

  // ---- what there is

  /**
   * The code.
   *
   * @return its index
   */
  public CodeIndex index() {
    return index;
  }

  Library library() {
    return library;
  }

  /**
   * All goroutines so far.
   *
   * @return in order of start
   */
  public List<Goroutine> goroutines() {
    return goroutines;
  }

  /**
   * How many instructions have run.
   *
   * @return the number
   */
  public long steps() {
    return steps;
  }

  /**
   * How much effort the run took.
   *
   * @return a number of about equal small steps
   */
  public long work() {
    return steps + work;
  }

  /**
   * Whether the main goroutine has returned.
   *
   * @return true after that
   */
  public boolean hasMainReturned() {
    return mainReturned;
  }

  /**
   * Whether the run is over before all goroutines ended.
   *
   * @return true after a panic or an exit of the process
   */
  public boolean isOver() {
    return panicked || exited;
  }

  /**
   * Whether the run rests on a guess about code that the machine does not know.
   *
   * @return true if its findings are not to be relied on
   */
  public boolean isUnsure() {
    return unsure;
  }

  /** Notes that from here on the run rests on a guess. */
  public void becomeUnsure() {
    unsure = true;
  }

  /**
   * Whether code that the machine does not know may have ordered what goroutines did.
   *
   * @return true if no two accesses are sure to be unordered
   */
  public boolean isOrderedFromOutside() {
    return orderedFromOutside;
  }

  /**
   * Notes that a goroutine met an object that the machine does not know, which may order it and
   * others, and may run code of the program that it was given.
   */
  public void synchronizeWithUnknown() {
    orderedFromOutside = true;
  }

  /** Ends the process. */
  public void exit() {
    exited = true;
  }

  // ---- values

  /**
   * A new symbol.
   *
   * @param type the binary name of its type
   * @param sure whether any value is possible
   * @return the symbol
   */
  public Value fresh(String type, boolean sure) {
    return new Value.Symbol(symbols++, type, sure);
  }

  /**
   * A symbol that derives from other values.
   *
   * @param operator how
   * @param operands from what
   * @param type the binary name of its type
   * @return the same symbol for the same arguments
   */
  public Value derive(String operator, List<Value> operands, String type) {
    boolean sure = operands.stream().allMatch(Value::isSure);
    int depth = 1 + operands.stream().mapToInt(Machine::depth).max().orElse(0);
    if (depth > DEEPEST_EXPRESSION) {
      return fresh(type, sure);
    }
    return new Value.Symbol(new Value.Expression(operator, operands, depth), type, sure);
  }

  private static int depth(Value value) {
    return value instanceof Value.Symbol(Value.Expression e, String t, boolean s) ? e.depth() : 0;
  }

  /**
   * Reads a boolean; decides it if it is open.
   *
   * @param condition the boolean
   * @param preferred the way to try first
   * @return its value from now on
   */
  public boolean decide(Value condition, boolean preferred) {
    if (condition instanceof Value.Known(Boolean known)) {
      return known;
    }
    if (condition instanceof Value.Symbol(Value.Expression e, String t, boolean s)
        && e.operator().equals("!")) {
      return !decide(e.operands().getFirst(), !preferred);
    }
    Boolean decided = decisions.find(condition);
    if (decided == null) {
      Chooser.Kind kind = condition.isSure() ? Chooser.Kind.DATA : Chooser.Kind.GUESS;
      decided = chooser.choose(kind, 2, preferred ? 0 : 1) == 0;
      decisions.make(condition, decided);
      unsure |= !condition.isSure();
    }
    return decided;
  }

  /**
   * Chooses among equals.
   *
   * @param options how many there are
   * @return a number below that
   */
  public int choosePartner(int options) {
    return options == 1 ? 0 : chooser.choose(Chooser.Kind.PARTNER, options, 0);
  }

  /**
   * Chooses a way that depends on data.
   *
   * @param options how many there are
   * @return a number below that
   */
  public int chooseData(int options) {
    return options == 1 ? 0 : chooser.choose(Chooser.Kind.DATA, options, 0);
  }

  /**
   * Makes an object.
   *
   * @param by who makes it
   * @param type its class
   * @param at where
   * @return the object, with the facet of its class
   */
  public Thing allocate(Goroutine by, String type, Position at) {
    Frame.Code from = by.innermost();
    Function in = from == null ? entryFunction() : from.function();
    Thing thing = new Thing(type, at, in, by.number());
    for (String ancestor : index.linearised(type)) {
      Facet facet = library.facet(ancestor);
      if (facet != null) {
        thing.setFacet(facet);
        break;
      }
    }
    return thing;
  }

  /**
   * An array without elements that was there before the run.
   *
   * @param elementType the binary name of its elements' type
   * @param in the function to name as its maker
   * @return the array
   */
  public static Thing emptyArray(String elementType, Function in) {
    Thing array = new Thing(elementType + "[]", in.at(), in, 0);
    array.setFacet(new ArrayFacet(elementType, Value.of(0)));
    return array;
  }

  private Function entryFunction() {
    Frame first =
        goroutines.getFirst().frames.isEmpty() ? null : goroutines.getFirst().frames.getFirst();
    if (first instanceof Frame.Code code) {
      return code.function();
    }
    return index.program().functions().values().iterator().next();
  }

  /**
   * Makes an exception.
   *
   * @param by who raises it
   * @param type its class
   * @param message its message
   * @param at where
   * @return the exception
   */
  public Thing exception(Goroutine by, String type, String message, Position at) {
    Thing exception = allocate(by, type, at);
    exception.fields().put(MESSAGE, new Value.Known(message));
    return exception;
  }

  void raise(Goroutine by, String type, String message, Position at) {
    raise(by, exception(by, type, message, at));
  }

  /** Raises what the use of a null reference raises. */
  void raiseNull(Goroutine by, Value.Null nothing, String what, Position at) {
    Thing exception = exception(by, "java.lang.NullPointerException", what + " on null", at);
    if (nothing.origin() != null) {
      exception.fields().put(MISSING, new Value.Known(nothing.origin()));
    }
    raise(by, exception);
  }

  /**
   * Marks what is reachable from a value as held by code that the machine does not know.
   *
   * @param value what was handed out
   */
  public void escape(@Nullable Value value) {
    Set<Thing> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    reach(value, reached);
    reached.forEach(Thing::escape);
  }

  /** Adds the objects that are reachable from a value. */
  private static void reach(@Nullable Value value, Set<Thing> reached) {
    if (!(value instanceof Thing thing) || !reached.add(thing)) {
      return;
    }
    thing.fields().values().forEach(v -> reach(v, reached));
    if (thing.facet() != null) {
      thing.facet().contents().forEach(v -> reach(v, reached));
    }
  }

  Map<FieldRef, Value> statics() {
    return statics;
  }

  /** The object that stands for a class where it is locked. */
  Thing classObject(Goroutine by, String type, Position at) {
    FieldRef reference = new FieldRef(type, "class", "java.lang.Class", true);
    Value known = statics.computeIfAbsent(reference, k -> allocate(by, "java.lang.Class", at));
    return (Thing) known;
  }

  /**
   * What code can use, now or later, that does not run here: what a caller from outside the program
   * gave and was given; and what is static, if there is such a caller or an object that the machine
   * does not know. It may be sent to, closed, unlocked without the doing of any goroutine here.
   *
   * @return the objects
   */
  public Set<Thing> heldOutside() {
    Set<Thing> held = Collections.newSetFromMap(new IdentityHashMap<>());
    if (caller != null) {
      for (Value variable : caller.locals) {
        reach(variable, held);
      }
    }
    if (caller != null || orderedFromOutside) {
      statics.values().forEach(value -> reach(value, held));
    }
    return held;
  }

  /** The initialisation of a class, whether it has begun or not. */
  Initialization initialization(String type) {
    return initializations.computeIfAbsent(type, k -> new Initialization());
  }

  // ---- memory

  /**
   * Notes a plain access to what a collection contains.
   *
   * @param by who
   * @param owner the collection
   * @param isWrite whether it changes the collection
   * @param at where
   */
  public void touchContents(Goroutine by, Thing owner, boolean isWrite, Position at) {
    access(by, new Memory.Location(owner, Memory.CONTENTS), isWrite, false, at);
  }

  /**
   * Notes an access.
   *
   * @param by who
   * @param location to what
   * @param isWrite whether it writes
   * @param isAtomic whether it is atomic or volatile
   * @param at where
   */
  public void access(
      Goroutine by, Memory.Location location, boolean isWrite, boolean isAtomic, Position at) {
    memory.access(by, location, isWrite, isAtomic, at);
  }

  /**
   * Notes an atomic or volatile access.
   *
   * @param by who
   * @param location to what
   * @param isWrite whether it writes
   * @param isUpdate whether it writes what was made of the goroutine's last read
   * @param at where
   */
  void accessAtomically(
      Goroutine by, Memory.Location location, boolean isWrite, boolean isUpdate, Position at) {
    synchronize(by, location, isWrite);
    if (isUpdate) {
      memory.update(by, location, at);
    } else {
      memory.accessAtomically(by, location, isWrite, at);
    }
  }

  /**
   * The last write of a location.
   *
   * @param location which
   * @return the access; null if none is remembered
   */
  public @Nullable Access lastWrite(Memory.Location location) {
    return memory.lastWrite(location);
  }

  /**
   * Notes that a goroutine handed a value to others, with all that is reachable from it.
   *
   * @param by who
   * @param value what
   * @param at where
   */
  public void send(Goroutine by, Value value, Position at) {
    Set<Thing> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    reach(value, reached);
    by.send(reached, at);
  }

  /**
   * Notes that a goroutine slept.
   *
   * @param by who
   * @param at where
   */
  public void slept(Goroutine by, Position at) {
    Frame.Code frame = by.innermost();
    if (frame != null) {
      by.sleep = new Access.Sleep(at, frame.function(), goroutines.size(), !by.isInLoop());
    }
  }

  /**
   * Whether anything in the program takes a lock only if it is free.
   *
   * @return true if so
   */
  public boolean isLockTried() {
    return index.triesLocks();
  }

  /**
   * Whether anything in the program takes permits only if there are any.
   *
   * @return true if so
   */
  public boolean isPermitTried() {
    return index.triesPermits();
  }

  /**
   * The order that volatile or atomic accesses to a location make.
   *
   * @param location which
   * @return its clock
   */
  public Clock orderOf(Memory.Location location) {
    return volatiles.computeIfAbsent(location, k -> new Clock());
  }

  /**
   * Orders an atomic or volatile access after those before it.
   *
   * @param by who
   * @param location to what
   * @param isWrite whether it writes
   */
  public void synchronize(Goroutine by, Memory.Location location, boolean isWrite) {
    Clock clock = orderOf(location);
    by.clock.join(clock);
    if (isWrite) {
      clock.join(by.clock);
      by.clock.tick(by.number());
    }
  }

  // ---- goroutines

  /**
   * Starts the first goroutine.
   *
   * @param function what it runs
   * @param arguments with what
   */
  public void start(Function function, List<Value> arguments) {
    Goroutine first = add(Goroutine.Kind.MAIN, null, null);
    push(first, function, arguments);
  }

  /**
   * Starts the first goroutine as one of a caller from outside the program.
   *
   * @param calling what the caller does; its arguments are any values
   */
  public void startFromOutside(Function calling) {
    Goroutine first = add(Goroutine.Kind.MAIN, null, null);
    first.spawnedIn = calling;
    List<Value> arguments = new ArrayList<>();
    calling.parameters().forEach(given -> arguments.add(fresh(given.type(), true)));
    push(first, calling, arguments);
    caller = first.innermost();
  }

  /**
   * Starts a goroutine.
   *
   * @param by who starts it
   * @param kind what it is
   * @param body the function object that it runs
   * @param at where
   * @param atEnd receives the goroutine and what its body returns, at once where nothing is known
   *     of the body; may be null
   * @param onFailure receives the goroutine and an exception of its body; null for a panic
   * @return the goroutine
   */
  public Goroutine spawn(
      Goroutine by,
      Goroutine.Kind kind,
      Value body,
      Position at,
      @Nullable BiConsumer<Goroutine, Value> atEnd,
      @Nullable BiConsumer<Goroutine, Value> onFailure) {
    Goroutine child = add(kind, at, by);
    child.clock.join(by.clock);
    by.clock.tick(by.number());
    Consumer<Value> end = atEnd == null ? v -> {} : v -> atEnd.accept(child, v);
    Consumer<Value> failing = onFailure == null ? null : e -> onFailure.accept(child, e);
    callBack(child, "go", body, List.of(), end, failing, at);
    return child;
  }

  /**
   * Starts a goroutine of the runtime itself, such as a timer.
   *
   * @param by who starts it
   * @param kind what it is
   * @param at where
   * @param first what it does first
   * @return the goroutine
   */
  public Goroutine spawnInternal(
      Goroutine by,
      Goroutine.Kind kind,
      Position at,
      java.util.function.Function<Goroutine, Pending> first) {
    Goroutine child = add(kind, at, by);
    child.clock.join(by.clock);
    by.clock.tick(by.number());
    child.pending = first.apply(child);
    return child;
  }

  /**
   * Gives a timer that has gone off its next alarm.
   *
   * @param timer the timer
   * @param next the alarm
   */
  public void rearm(Goroutine timer, Pending next) {
    timer.pending = next;
  }

  private Goroutine add(Goroutine.Kind kind, @Nullable Position at, @Nullable Goroutine spawner) {
    long path = spawner == null ? 1 : spawner.path() * 0x9E3779B97F4A7C15L + ++spawner.children;
    Goroutine goroutine = new Goroutine(goroutines.size(), path, kind, at, spawner);
    goroutine.clock.tick(goroutine.number());
    goroutine.spawnedIn = spawner == null ? null : spawnedIn(spawner);
    goroutines.add(goroutine);
    return goroutine;
  }

  /** What a timer or a worker starts, who set it going has started. */
  private static @Nullable Function spawnedIn(Goroutine spawner) {
    Frame.Code from = spawner.innermost();
    return from == null ? spawner.spawnedIn : from.function();
  }

  /**
   * Notes that the main goroutine has returned.
   *
   * @param main which was the main goroutine
   */
  public void mainReturns(Goroutine main) {
    if (!mainReturned) {
      mainReturned = true;
      observer.mainReturned(
          goroutines.stream().filter(g -> g != main && !g.finished && !g.isBackground()).toList());
    }
  }

  /**
   * Notes an output.
   *
   * @param by who
   * @param at where
   */
  public void output(Goroutine by, Position at) {
    if (mainReturned && by.effectAfterMain == null) {
      by.effectAfterMain = at;
    }
    observer.output(by, at);
  }

  /**
   * Notes an operation that others can observe.
   *
   * @param by who
   * @param operation what
   * @param on to what
   * @param at where
   */
  public void note(Goroutine by, Operation operation, @Nullable Thing on, Position at) {
    observer.operated(by, operation, on, at);
  }

  // ---- stepping

  /**
   * Whether a goroutine can make a step.
   *
   * @param goroutine which
   * @return false if it has ended or waits for others
   */
  public boolean isEnabled(Goroutine goroutine) {
    work++;
    Pending pending = goroutine.pending;
    return !goroutine.finished && (pending == null || !goroutine.parked || pending.isReady());
  }

  /**
   * Lets a goroutine make a step: perform the operation that it is about to perform, or start to
   * wait for it, and run on to the next.
   *
   * @param goroutine one that is enabled
   */
  public void step(Goroutine goroutine) {
    goroutine.yielded = false;
    Pending pending = goroutine.pending;
    if (pending != null) {
      if (!pending.isReady()) {
        goroutine.parked = true;
        pending.park();
        return;
      }
      goroutine.pending = null;
      goroutine.parked = false;
      goroutine.yielded = pending.yields();
      goroutine.performs(pending.operation());
      note(goroutine, pending.operation(), pending.on(), pending.at());
      pending.perform();
    }
    run(goroutine);
  }

  /**
   * Lets a goroutine go on as if its operation had completed.
   *
   * @param goroutine one that waits
   */
  public void force(Goroutine goroutine) {
    Pending pending = goroutine.pending;
    if (pending != null) {
      goroutine.pending = null;
      goroutine.parked = false;
      note(goroutine, pending.operation(), pending.on(), pending.at());
      pending.force();
    }
    run(goroutine);
  }

  /**
   * Completes the operation that a goroutine waits for.
   *
   * @param goroutine which
   * @param completion delivers the result to it
   */
  public void wake(Goroutine goroutine, Runnable completion) {
    Pending pending = goroutine.pending;
    if (pending != null) {
      goroutine.performs(pending.operation());
      note(goroutine, pending.operation(), pending.on(), pending.at());
    }
    goroutine.pending = null;
    goroutine.parked = false;
    completion.run();
  }

  private void run(Goroutine goroutine) {
    int limit = STEPS_WITHOUT_OPERATION;
    while (goroutine.pending == null && !goroutine.finished && !isOver()) {
      if (goroutine.frames.isEmpty()) {
        finish(goroutine);
      } else if (goroutine.top() instanceof Frame.Code code) {
        steps++;
        if (limit-- == 0) {
          goroutine.pending = new Breather(code.at());
        } else {
          interpreter.step(goroutine, code);
        }
      } else {
        deliver(goroutine, Value.NULL);
      }
    }
  }

  private void finish(Goroutine goroutine) {
    goroutine.finished = true;
    if (goroutine.kind() == Goroutine.Kind.MAIN) {
      mainReturns(goroutine);
    }
  }

  // ---- calls, results, exceptions

  void push(Goroutine goroutine, Function function, List<Value> arguments) {
    if (goroutine.frames.size() > DEEPEST_STACK) {
      becomeUnsure();
      deliver(goroutine, fresh(function.method().result(), false));
      return;
    }
    Frame.Code frame = new Frame.Code(index.info(function));
    for (int i = 0; i < function.parameters().size(); i++) {
      var parameter = function.parameters().get(i);
      frame.locals[parameter.id()] =
          i < arguments.size() ? arguments.get(i) : fresh(parameter.type(), false);
    }
    goroutine.frames.add(frame);
  }

  /**
   * Gives a goroutine the result of what it called.
   *
   * @param goroutine which
   * @param value the result
   */
  public void deliver(Goroutine goroutine, Value value) {
    switch (goroutine.top()) {
      case null -> finish(goroutine);
      case Frame.Code code -> {
        if (code.expecting != null) {
          code.locals[code.expecting.id()] = value;
          code.expecting = null;
        }
      }
      case Frame.Native awaiting -> {
        goroutine.frames.removeLast();
        awaiting.then().accept(value);
      }
    }
  }

  /**
   * Calls a function object.
   *
   * @param goroutine who calls
   * @param what a name for the call
   * @param callee the function object
   * @param arguments with what
   * @param then receives the result and must deliver one itself, unless it goes on otherwise
   * @param unwinding receives an exception and must deliver or raise; null lets it pass
   * @param at where
   */
  public void callBack(
      Goroutine goroutine,
      String what,
      Value callee,
      List<Value> arguments,
      Consumer<Value> then,
      @Nullable Consumer<Value> unwinding,
      Position at) {
    goroutine.frames.add(new Frame.Native(what, then, unwinding, new int[1]));
    switch (callee) {
      case Thing thing -> invoke(goroutine, thing, arguments, at);
      case Value.Null n ->
          raise(
              goroutine,
              exception(goroutine, "java.lang.NullPointerException", "null function", at));
      case Value.Known k -> deliver(goroutine, fresh("java.lang.Object", false));
      case Value.Symbol s -> deliver(goroutine, fresh("java.lang.Object", false));
    }
  }

  private void invoke(Goroutine goroutine, Thing callee, List<Value> arguments, Position at) {
    switch (callee.facet()) {
      case ClosureFacet closure -> push(goroutine, closure.function(), closure.with(arguments));
      case FunctionFacet function ->
          function.call(new Invocation(this, goroutine, FUNCTION_CALL, callee, arguments, at));
      case null, default -> invokeMethod(goroutine, callee, arguments);
    }
  }

  private void invokeMethod(Goroutine goroutine, Thing callee, List<Value> arguments) {
    Function method = interpreter.calls().functionalMethod(callee, arguments.size());
    if (method == null) {
      arguments.forEach(this::escape);
      deliver(goroutine, fresh("java.lang.Object", false));
    } else {
      push(goroutine, method, Calls.with(callee, arguments));
    }
  }

  /**
   * Calls a method of an object, as the library does.
   *
   * @param goroutine who calls
   * @param method which
   * @param receiver on what
   * @param arguments with what
   * @param then receives the result and must deliver one itself, unless it goes on otherwise
   * @param at where
   */
  public void call(
      Goroutine goroutine,
      MethodRef method,
      Value receiver,
      List<Value> arguments,
      Consumer<Value> then,
      Position at) {
    goroutine.frames.add(new Frame.Native(method.name(), then, null, new int[1]));
    interpreter
        .calls()
        .invoke(goroutine, method, Instruction.Dispatch.VIRTUAL, receiver, arguments, at);
  }

  /**
   * Whether the program itself has a method of an object.
   *
   * @param thing the object
   * @param method which
   * @return false if at most the library has it
   */
  public boolean declares(Thing thing, MethodRef method) {
    return index.dispatch(thing.type(), method) != null;
  }

  /**
   * Asks objects of the program for their text, one after another.
   *
   * @param goroutine who asks
   * @param values the objects, and values that need not be asked
   * @param then receives the values, texts in the place of those that were asked
   * @param at where
   */
  public void texts(
      Goroutine goroutine, List<Value> values, Consumer<List<Value>> then, Position at) {
    for (int n = 0; n < values.size(); n++) {
      if (values.get(n) instanceof Thing thing && hasText(thing)) {
        List<Value> texts = new ArrayList<>(values);
        int asked = n;
        call(
            goroutine,
            TO_STRING,
            thing,
            List.of(),
            text -> {
              texts.set(asked, text);
              texts(goroutine, texts, then, at);
            },
            at);
        return;
      }
    }
    then.accept(values);
  }

  private boolean hasText(Thing thing) {
    Facet facet = thing.facet();
    return declares(thing, TO_STRING) || facet != null && facet.method(TO_STRING.name(), 0) != null;
  }

  /**
   * Raises an exception in a goroutine.
   *
   * @param goroutine where
   * @param exception the exception
   */
  public void raise(Goroutine goroutine, Value exception) {
    if (exception instanceof Thing thing && !raisedFrom.containsKey(thing)) {
      raisedFrom.put(thing, goroutine.stack());
      observer.raised(goroutine, thing);
    }
    while (!goroutine.frames.isEmpty()) {
      switch (goroutine.top()) {
        case Frame.Native caller -> {
          goroutine.frames.removeLast();
          if (caller.unwinding() != null) {
            caller.unwinding().accept(exception);
            return;
          }
        }
        case Frame.Code code -> {
          if (handle(code, exception)) {
            return;
          }
          goroutine.frames.removeLast();
          goroutine.holds.replaceAll(hold -> hold.frame() == code ? hold.leftBehind() : hold);
        }
        case null -> throw new IllegalStateException("no frame");
      }
    }
    goroutine.finished = true;
    panicked = true;
    if (exception instanceof Thing thing) {
      observer.panicked(goroutine, thing, raisedFrom.getOrDefault(thing, List.of()));
    }
  }

  private boolean handle(Frame.Code code, Value exception) {
    String type =
        switch (exception) {
          case Thing thing -> thing.type();
          case Value.Symbol symbol -> symbol.type();
          default -> "java.lang.NullPointerException";
        };
    for (var handler : code.currentBlock().handlers()) {
      if (index.isSubtype(type, handler.type())) {
        code.expecting = null;
        code.locals[handler.exception().id()] = exception;
        code.enter(handler.target());
        return true;
      }
    }
    return false;
  }

  // ---- fingerprints

  /**
   * What the run can still do, as a hash.
   *
   * @return equal for states that differ in nothing but the order of allocation and in what is past
   */
  public long fingerprint() {
    Fingerprint sink = new Fingerprint(decisions);
    List<Goroutine> alive = new ArrayList<>(goroutines);
    alive.removeIf(g -> g.finished && g.holds.isEmpty());
    alive.sort(Comparator.comparingLong(Goroutine::path));
    alive.forEach(g -> g.fingerprint(sink));
    List<FieldRef> initialized = new ArrayList<>(statics.keySet());
    initialized.sort(Comparator.comparing(FieldRef::owner).thenComparing(FieldRef::name));
    initialized.forEach(field -> sink.add(statics.get(field)));
    sink.add(mainReturned ? 1 : 0);
    sink.add(unsure ? 1 : 0);
    long fingerprint = sink.finish();
    work += sink.size();
    return fingerprint;
  }

  /**
   * A hash of what happened before what: of goroutines' vector clocks. Where it and the {@link
   * #fingerprint} are the same, what goroutines do from there on races alike.
   *
   * @return the hash
   */
  public long order() {
    long order = 0;
    for (Goroutine goroutine : goroutines) {
      long known = goroutine.clock.hash(number -> goroutines.get(number).path());
      order += goroutine.path() * Fingerprint.mix(known);
    }
    work += goroutines.size();
    return order;
  }
}

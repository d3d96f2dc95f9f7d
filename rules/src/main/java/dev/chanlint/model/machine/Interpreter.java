package dev.chanlint.model.machine;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.TypeDeclaration;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Performs instructions and terminators. */
final class Interpreter {

  private static final List<String> FUNCTIONAL_METHODS =
      List.of("run", "call", "get", "accept", "apply", "test", "applyAsInt", "compare");

  private final Machine machine;

  Interpreter(Machine machine) {
    this.machine = machine;
  }

  void step(Goroutine g, Frame.Code frame) {
    Instruction instruction = frame.currentInstruction();
    if (instruction == null) {
      Terminator terminator = frame.currentBlock().terminator();
      frame.at = terminator.at();
      leave(g, frame, terminator);
      return;
    }
    frame.at = instruction.at();
    frame.index++;
    execute(g, frame, instruction);
  }

  // ---- instructions

  private void execute(Goroutine g, Frame.Code frame, Instruction instruction) {
    switch (instruction) {
      case Instruction.Constant i -> set(frame, i.target(), constant(i.value()));
      case Instruction.Copy i -> copy(g, frame, i);
      case Instruction.Operator i -> operator(g, frame, i);
      case Instruction.New i -> {
        if (!initializing(g, frame, i.type())) {
          set(frame, i.target(), machine.allocate(g, i.type(), i.at()));
        }
      }
      case Instruction.NewArray i -> newArray(g, frame, i);
      case Instruction.Closure i -> closure(g, frame, i);
      case Instruction.LoadField i -> loadField(g, frame, i);
      case Instruction.StoreField i -> storeField(g, frame, i);
      case Instruction.LoadElement i -> loadElement(g, frame, i);
      case Instruction.StoreElement i -> storeElement(g, frame, i);
      case Instruction.ArrayLength i -> arrayLength(g, frame, i);
      case Instruction.Call i -> call(g, frame, i);
      case Instruction.EnterMonitor i -> enterMonitor(g, frame, i);
      case Instruction.ExitMonitor i -> exitMonitor(g, frame, i);
    }
  }

  private void copy(Goroutine g, Frame.Code frame, Instruction.Copy i) {
    Value value = get(frame, i.source());
    if (value instanceof Value.Null nothing && isPrimitive(i.target().type())) {
      nullDereference(g, nothing, "unboxing", i.at());
      return;
    }
    set(frame, i.target(), Operators.convert(machine, value, i.target().type()));
  }

  private static Value constant(@Nullable Object value) {
    return value == null ? Value.NULL : new Value.Known(value);
  }

  private void operator(Goroutine g, Frame.Code frame, Instruction.Operator i) {
    List<Value> operands = i.operands().stream().map(v -> get(frame, v)).toList();
    if ((i.operator().equals("/") || i.operator().equals("%"))
        && operands.size() == 2
        && operands.get(1) instanceof Value.Known(Integer zero)
        && zero == 0) {
      raise(g, "java.lang.ArithmeticException", "/ by zero", i.at());
      return;
    }
    set(frame, i.target(), Operators.apply(machine, i.operator(), operands, i.target().type()));
  }

  private void newArray(Goroutine g, Frame.Code frame, Instruction.NewArray i) {
    Value length = i.length() == null ? Value.of(0) : get(frame, i.length());
    Thing array = new Thing(i.elementType() + "[]", i.at(), frame.function(), g.number());
    array.setFacet(new ArrayFacet(i.elementType(), i.length() == null ? Value.NULL : length));
    set(frame, i.target(), array);
  }

  private void closure(Goroutine g, Frame.Code frame, Instruction.Closure i) {
    Thing closure = new Thing(i.method().owner(), i.at(), frame.function(), g.number());
    Function body = machine.index().byId(i.function());
    if (body == null) {
      set(frame, i.target(), machine.fresh(i.method().owner(), false));
      return;
    }
    List<Value> captured = i.captured().stream().map(v -> get(frame, v)).toList();
    closure.setFacet(new ClosureFacet(body, i.method(), captured));
    set(frame, i.target(), closure);
  }

  // ---- fields

  private void loadField(Goroutine g, Frame.Code frame, Instruction.LoadField i) {
    if (i.base() == null) {
      if (!initializing(g, frame, i.field().owner())) {
        readStatic(g, frame, i);
      }
      return;
    }
    switch (get(frame, i.base())) {
      case Thing thing -> readField(g, frame, i, thing);
      case Value.Null n -> nullDereference(g, n, "field " + i.field().name(), i.at());
      case Value v ->
          set(
              frame,
              i.target(),
              machine.derive("." + i.field().name(), List.of(v), i.field().type()));
    }
  }

  private void readStatic(Goroutine g, Frame.Code frame, Instruction.LoadField i) {
    if (!machine.index().isFromSource(i.field().owner())) {
      Value constant = machine.library().constant(i.field());
      set(
          frame,
          i.target(),
          constant != null
              ? machine.statics().computeIfAbsent(i.field(), k -> constant)
              : machine.statics().computeIfAbsent(i.field(), k -> libraryConstant(g, k, i.at())));
      return;
    }
    observe(
        g,
        new Memory.Location(null, i.field()),
        i.field(),
        false,
        i.at(),
        () -> set(frame, i.target(), stored(machine.statics().get(i.field()), i.field())));
  }

  private Value libraryConstant(Goroutine g, FieldRef field, Position at) {
    return isPrimitive(field.type()) || field.type().equals("java.lang.String")
        ? machine.fresh(field.type(), true)
        : machine.allocate(g, field.type(), at);
  }

  private void readField(Goroutine g, Frame.Code frame, Instruction.LoadField i, Thing thing) {
    observe(
        g,
        new Memory.Location(thing, i.field()),
        i.field(),
        false,
        i.at(),
        () -> {
          Value value = stored(thing.fields().get(i.field()), i.field());
          g.obtain(value);
          set(frame, i.target(), value);
        });
  }

  private void storeField(Goroutine g, Frame.Code frame, Instruction.StoreField i) {
    Value value = Operators.convert(machine, get(frame, i.value()), i.field().type());
    if (i.base() == null) {
      if (!initializing(g, frame, i.field().owner())) {
        observe(
            g,
            new Memory.Location(null, i.field()),
            i.field(),
            true,
            i.at(),
            () -> machine.statics().put(i.field(), value));
      }
      return;
    }
    switch (get(frame, i.base())) {
      case Thing thing ->
          observe(
              g,
              new Memory.Location(thing, i.field()),
              i.field(),
              true,
              i.at(),
              () -> replace(g, frame, i, thing, value));
      case Value.Null n -> nullDereference(g, n, "field " + i.field().name(), i.at());
      case Value v -> machine.escape(value);
    }
  }

  /** Stores a value; a null in the place of an object remembers who put it there. */
  private static void replace(
      Goroutine g, Frame.Code frame, Instruction.StoreField i, Thing thing, Value value) {
    Value before = thing.fields().get(i.field());
    boolean takesAway = value instanceof Value.Null && before instanceof Thing;
    thing
        .fields()
        .put(
            i.field(),
            takesAway
                ? new Value.Null(new Value.Origin.TakenAway(g, i.at(), frame.function()))
                : value);
  }

  /** Reads or writes a field: at once if it is plain, as an operation of its own if volatile. */
  private void observe(
      Goroutine g,
      Memory.Location location,
      FieldRef field,
      boolean isWrite,
      Position at,
      Runnable effect) {
    TypeDeclaration.Field declared = declaration(field);
    if (declared != null && declared.isVolatile()) {
      g.pending = new VolatileAccess(g, location, isWrite, at, effect);
      return;
    }
    if (declared == null || !declared.isFinal()) {
      machine.access(g, location, isWrite, false, at);
    }
    effect.run();
  }

  private TypeDeclaration.@Nullable Field declaration(FieldRef field) {
    TypeDeclaration type = machine.index().type(field.owner());
    if (type == null) {
      return null;
    }
    for (TypeDeclaration.Field candidate : type.fields()) {
      if (candidate.ref().name().equals(field.name())) {
        return candidate;
      }
    }
    return null;
  }

  private static Value stored(@Nullable Value value, FieldRef field) {
    return value != null ? value : Operators.defaultOf(field.type());
  }

  private static boolean isPrimitive(String type) {
    return !type.contains(".") && !type.endsWith("[]") && Character.isLowerCase(type.charAt(0));
  }

  // ---- arrays

  private void loadElement(Goroutine g, Frame.Code frame, Instruction.LoadElement i) {
    Value index = get(frame, i.index());
    ArrayFacet array = array(g, get(frame, i.array()), i.at());
    if (array == null) {
      if (!(get(frame, i.array()) instanceof Value.Null)) {
        set(frame, i.target(), machine.fresh(i.target().type(), get(frame, i.array()).isSure()));
      }
      return;
    }
    if (!(index instanceof Value.Known(Integer at)) || array.isBlurred()) {
      set(frame, i.target(), openElement(array, i.target().type()));
      return;
    }
    if (isOutside(array, at)) {
      raise(g, "java.lang.ArrayIndexOutOfBoundsException", "Index " + at, i.at());
      return;
    }
    Thing owner = (Thing) get(frame, i.array());
    machine.access(g, new Memory.Location(owner, at), false, false, i.at());
    Value stored = array.elements().get(at);
    Value value = stored != null ? stored : Operators.defaultOf(array.elementType());
    g.obtain(value);
    set(frame, i.target(), value);
  }

  private Value openElement(ArrayFacet array, String type) {
    List<Value> distinct = array.elements().values().stream().distinct().toList();
    return distinct.isEmpty() || array.isBlurred()
        ? machine.fresh(type, isPrimitive(type))
        : distinct.get(machine.chooseData(distinct.size()));
  }

  private void storeElement(Goroutine g, Frame.Code frame, Instruction.StoreElement i) {
    Value index = get(frame, i.index());
    ArrayFacet array = array(g, get(frame, i.array()), i.at());
    if (array == null) {
      machine.escape(get(frame, i.value()));
      return;
    }
    if (!(index instanceof Value.Known(Integer at))) {
      array.blur();
      return;
    }
    if (isOutside(array, at)) {
      raise(g, "java.lang.ArrayIndexOutOfBoundsException", "Index " + at, i.at());
      return;
    }
    Thing owner = (Thing) get(frame, i.array());
    machine.access(g, new Memory.Location(owner, at), true, false, i.at());
    array
        .elements()
        .put(at, Operators.convert(machine, get(frame, i.value()), array.elementType()));
  }

  private static boolean isOutside(ArrayFacet array, int index) {
    return index < 0 || (array.length() instanceof Value.Known(Integer length) && index >= length);
  }

  private void arrayLength(Goroutine g, Frame.Code frame, Instruction.ArrayLength i) {
    ArrayFacet array = array(g, get(frame, i.array()), i.at());
    if (array != null) {
      set(frame, i.target(), lengthOf(array));
    } else if (!(get(frame, i.array()) instanceof Value.Null)) {
      set(frame, i.target(), machine.derive("length", List.of(get(frame, i.array())), "int"));
    }
  }

  private static Value lengthOf(ArrayFacet array) {
    return array.length() instanceof Value.Null
        ? Value.of(array.elements().size())
        : array.length();
  }

  private @Nullable ArrayFacet array(Goroutine g, Value value, Position at) {
    if (value instanceof Value.Null nothing) {
      nullDereference(g, nothing, "array", at);
      return null;
    }
    return value instanceof Thing thing ? thing.facet(ArrayFacet.class) : null;
  }

  // ---- calls

  private void call(Goroutine g, Frame.Code frame, Instruction.Call i) {
    MethodRef method = i.method();
    if (i.receiver() == null && initializing(g, frame, method.owner())) {
      return;
    }
    List<Value> arguments = i.arguments().stream().map(v -> get(frame, v)).toList();
    Value receiver = i.receiver() == null ? null : get(frame, i.receiver());
    frame.expecting = i.target();
    if (receiver instanceof Value.Null nothing) {
      frame.expecting = null;
      nullDereference(g, nothing, "call of " + method.name(), i.at());
      return;
    }
    if (machine.library().isOutput(method)) {
      machine.output(g, i.at());
    }
    Function callee = callee(i, receiver);
    if (callee != null) {
      if (receiver instanceof Thing scope && isClose(scope, i.method())) {
        scope.close(g);
      }
      machine.push(
          g,
          callee,
          receiver == null
              ? arguments
              : Stream.concat(Stream.of(receiver), arguments.stream()).toList());
      return;
    }
    callLibrary(g, i, receiver, arguments);
  }

  private boolean isClose(Thing thing, MethodRef method) {
    return method.name().equals("close")
        && method.parameters().isEmpty()
        && machine.index().isSubtype(thing.type(), "java.lang.AutoCloseable");
  }

  private @Nullable Function callee(Instruction.Call i, @Nullable Value receiver) {
    CodeIndex index = machine.index();
    if (receiver == null || i.dispatch() == Instruction.Dispatch.SPECIAL) {
      return i.method().name().equals(MethodRef.CONSTRUCTOR)
          ? index.declared(i.method().owner(), i.method())
          : index.dispatch(i.method().owner(), i.method());
    }
    if (receiver instanceof Thing thing) {
      if (thing.facet() instanceof ClosureFacet) {
        return null;
      }
      return index.dispatch(thing.type(), i.method());
    }
    return null;
  }

  @Nullable Function functionalMethod(Thing callee, int arity) {
    for (String name : FUNCTIONAL_METHODS) {
      List<String> parameters = java.util.Collections.nCopies(arity, "java.lang.Object");
      MethodRef method = new MethodRef(callee.type(), name, parameters, "java.lang.Object", false);
      Function found = machine.index().dispatch(callee.type(), method);
      if (found != null && found.method().parameters().size() == arity) {
        return found;
      }
    }
    return null;
  }

  private void callLibrary(
      Goroutine g, Instruction.Call i, @Nullable Value receiver, List<Value> arguments) {
    Invocation invocation = new Invocation(machine, g, i.method(), receiver, arguments, i.at());
    if (receiver instanceof Thing thing && isCallOf(thing, i.method())) {
      ClosureFacet closure = (ClosureFacet) java.util.Objects.requireNonNull(thing.facet());
      List<Value> all = new ArrayList<>(closure.captured());
      all.addAll(arguments);
      machine.push(g, closure.function(), all);
      return;
    }
    Facet.Handler handler = handler(i, receiver, arguments);
    if (handler != null) {
      handler.perform(invocation);
      return;
    }
    Value result = machine.library().evaluate(machine, i.method(), receiver, arguments);
    machine.deliver(g, result != null ? result : implicit(i, receiver, arguments));
  }

  private static boolean isCallOf(Thing thing, MethodRef method) {
    return thing.facet() instanceof ClosureFacet closure
        && closure.interfaceMethod().name().equals(method.name())
        && closure.arity() == method.parameters().size();
  }

  private Facet.@Nullable Handler handler(
      Instruction.Call i, @Nullable Value receiver, List<Value> arguments) {
    boolean named = receiver == null || i.method().name().equals(MethodRef.CONSTRUCTOR);
    if (named) {
      boolean implicit = receiver != null && machine.index().isFromSource(i.method().owner());
      return implicit ? null : machine.library().handler(i.method());
    }
    if (receiver instanceof Thing thing) {
      Facet facet = thing.facet();
      Facet.Handler known =
          facet == null ? null : facet.method(i.method().name(), arguments.size());
      return known != null ? known : machine.library().handler(i.method());
    }
    return null;
  }

  /** What a method does that the language provides, or that nothing is known of. */
  private Value implicit(Instruction.Call i, @Nullable Value receiver, List<Value> arguments) {
    if (receiver instanceof Thing thing && machine.index().isFromSource(thing.type())) {
      Value provided = provided(i, thing, arguments);
      if (provided != null) {
        return provided;
      }
    }
    if (machine.library().maySynchronize(i.method())) {
      machine.becomeUnsure();
    }
    if (!machine.library().isHarmless(i.method())) {
      machine.escape(receiver);
      arguments.forEach(machine::escape);
    }
    return machine.fresh(i.method().result(), false);
  }

  private @Nullable Value provided(Instruction.Call i, Thing thing, List<Value> arguments) {
    TypeDeclaration type = machine.index().type(thing.type());
    if (type == null) {
      return null;
    }
    if (i.method().name().equals(MethodRef.CONSTRUCTOR)) {
      storeComponents(type, thing, arguments);
      return Value.NULL;
    }
    for (TypeDeclaration.Field field : type.fields()) {
      if (arguments.isEmpty() && field.ref().name().equals(i.method().name())) {
        return stored(thing.fields().get(field.ref()), field.ref());
      }
    }
    return switch (i.method().name()) {
      case "equals" -> Value.of(arguments.size() == 1 && arguments.getFirst() == thing);
      case "hashCode", "toString", "getClass", "name", "ordinal" ->
          machine.derive(i.method().name(), List.of(thing), i.method().result());
      default -> null;
    };
  }

  private static void storeComponents(TypeDeclaration type, Thing thing, List<Value> arguments) {
    List<TypeDeclaration.Field> components =
        type.fields().stream().filter(f -> !f.ref().isStatic()).toList();
    if (components.size() == arguments.size()) {
      for (int n = 0; n < components.size(); n++) {
        thing.fields().put(components.get(n).ref(), arguments.get(n));
      }
    }
  }

  // ---- monitors

  private void enterMonitor(Goroutine g, Frame.Code frame, Instruction.EnterMonitor i) {
    switch (get(frame, i.lock())) {
      case Thing thing ->
          g.pending = new Acquire(machine, g, thing, thing.monitor(), false, i.at());
      case Value.Null n -> nullDereference(g, n, "monitor", i.at());
      case Value v -> {}
    }
  }

  private void exitMonitor(Goroutine g, Frame.Code frame, Instruction.ExitMonitor i) {
    if (get(frame, i.lock()) instanceof Thing thing) {
      Acquire.release(machine, g, thing, thing.monitor(), false, i.at());
    }
  }

  // ---- terminators

  private void leave(Goroutine g, Frame.Code frame, Terminator terminator) {
    switch (terminator) {
      case Terminator.Goto t -> frame.enter(t.target());
      case Terminator.Branch t -> {
        boolean first = frame.visits.merge(frame.block, 1, Integer::sum) <= 2;
        frame.enter(machine.decide(get(frame, t.condition()), first) ? t.ifTrue() : t.ifFalse());
      }
      case Terminator.ForEach t -> next(g, frame, t);
      case Terminator.Return t -> {
        Value value = t.value() == null ? Value.NULL : get(frame, t.value());
        g.frames.removeLast();
        machine.deliver(g, value);
      }
      case Terminator.Throw t -> machine.raise(g, get(frame, t.exception()));
    }
  }

  private void next(Goroutine g, Frame.Code frame, Terminator.ForEach t) {
    Value iterable = get(frame, t.iterable());
    if (iterable instanceof Value.Null nothing) {
      nullDereference(g, nothing, "for", t.at());
      return;
    }
    Iterated iterated =
        iterable instanceof Thing thing && thing.facet() instanceof Iterated i ? i : null;
    if (iterated != null && iterated.blocksInFor()) {
      iterated.takeNext(
          new Invocation(machine, g, NEXT, iterable, List.of(), t.at()),
          value -> {
            if (value != null) {
              set(frame, t.element(), value);
            }
            frame.enter(value != null ? t.body() : t.exit());
          });
      return;
    }
    List<Value> elements = elements(g, frame, iterable, iterated, t);
    if (elements == null) {
      boolean more = frame.visits.merge(frame.block, 1, Integer::sum) <= 2;
      Value open = machine.fresh("boolean", iterable.isSure());
      more = machine.decide(open, more);
      if (more) {
        set(frame, t.element(), machine.fresh(t.element().type(), false));
      }
      frame.enter(more ? t.body() : t.exit());
      return;
    }
    Frame.Iteration iteration =
        frame.iterations.computeIfAbsent(frame.block, k -> new Frame.Iteration(elements));
    if (iteration.next < iteration.elements.size()) {
      Value element = iteration.elements.get(iteration.next++);
      g.obtain(element);
      set(frame, t.element(), Operators.convert(machine, element, t.element().type()));
      frame.enter(t.body());
    } else {
      frame.iterations.remove(frame.block);
      frame.enter(t.exit());
    }
  }

  private static final MethodRef NEXT =
      new MethodRef("java.util.Iterator", "next", List.of(), "java.lang.Object", false);

  private @Nullable List<Value> elements(
      Goroutine g,
      Frame.Code frame,
      Value iterable,
      @Nullable Iterated iterated,
      Terminator.ForEach t) {
    if (iterable instanceof Thing thing && thing.facet() instanceof ArrayFacet array) {
      if (array.isBlurred() || !(lengthOf(array) instanceof Value.Known(Integer length))) {
        return null;
      }
      List<Value> elements = new ArrayList<>();
      for (int n = 0; n < Math.min(length, 10_000); n++) {
        Value value = array.elements().get(n);
        elements.add(value != null ? value : Operators.defaultOf(array.elementType()));
      }
      return elements;
    }
    if (iterated == null) {
      return null;
    }
    return iterated.elements(new Invocation(machine, g, NEXT, iterable, List.of(), t.at()));
  }

  // ---- helpers

  /**
   * Sees to it that a class is initialised before its first use: runs its initialiser, or waits for
   * another goroutine that does, then this instruction again.
   */
  private boolean initializing(Goroutine g, Frame.Code frame, String type) {
    Function initializer =
        machine.index().isFromSource(type) ? machine.index().staticInitializer(type) : null;
    if (initializer == null) {
      return false;
    }
    Initialization initialization = machine.initialization(type);
    if (initialization.isOver(g)) {
      initialization.observe(g);
      return false;
    }
    frame.index--;
    frame.expecting = null;
    if (initialization.isNew()) {
      initialization.begin(g);
      g.frames.add(
          new Frame.Native(
              "initializer",
              v -> initialization.end(g),
              exception -> {
                initialization.end(g);
                machine.raise(g, exception);
              },
              new int[1]));
      machine.push(g, initializer, List.of());
    } else {
      g.pending = new ClassAccess(g, initialization, frame.at);
    }
    return true;
  }

  private void nullDereference(Goroutine g, Value.Null nothing, String what, Position at) {
    machine.raiseNull(g, nothing, what, at);
  }

  private void raise(Goroutine g, String type, String message, Position at) {
    machine.raise(g, machine.exception(g, type, message, at));
  }

  private static Value get(Frame.Code frame, Variable variable) {
    Value value = frame.locals[variable.id()];
    return value != null ? value : Operators.defaultOf(variable.type());
  }

  private static void set(Frame.Code frame, Variable variable, Value value) {
    frame.locals[variable.id()] = value;
  }

  /** An access to a volatile field. */
  private final class VolatileAccess extends Pending {
    private final Goroutine by;
    private final Memory.Location location;
    private final boolean isWrite;
    private final Runnable effect;

    VolatileAccess(
        Goroutine by, Memory.Location location, boolean isWrite, Position at, Runnable effect) {
      super(Operation.ATOMIC, location.owner(), at);
      this.by = by;
      this.location = location;
      this.isWrite = isWrite;
      this.effect = effect;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void perform() {
      machine.synchronize(by, location, isWrite);
      machine.access(by, location, isWrite, true, at());
      effect.run();
    }

    @Override
    public void force() {
      perform();
    }
  }

  /** The wait for the end of a class's initialisation. */
  private static final class ClassAccess extends Pending {
    private final Goroutine by;
    private final Initialization initialization;

    ClassAccess(Goroutine by, Initialization initialization, Position at) {
      super(Operation.ONCE, null, at);
      this.by = by;
      this.initialization = initialization;
    }

    @Override
    public boolean isReady() {
      return initialization.isOver(by);
    }

    @Override
    public void perform() {}

    @Override
    public void force() {}
  }
}

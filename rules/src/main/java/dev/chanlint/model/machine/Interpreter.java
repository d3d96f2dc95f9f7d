package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.model.code.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Performs instructions and terminators. */
final class Interpreter {

  private final Machine machine;
  private final Fields fields;
  private final ArrayElements elements;
  private final Calls calls;
  private final EnhancedFor loops;

  Interpreter(Machine machine) {
    this.machine = machine;
    this.fields = new Fields(machine, this);
    this.elements = new ArrayElements(machine);
    this.calls = new Calls(machine, this);
    this.loops = new EnhancedFor(machine);
  }

  Calls calls() {
    return calls;
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
      case Instruction.Constant i -> frame.set(i.target(), constant(i.value()));
      case Instruction.Copy i -> copy(g, frame, i);
      case Instruction.Operator i -> operator(g, frame, i);
      case Instruction.New i -> {
        if (!initializing(g, frame, i.type())) {
          frame.set(i.target(), machine.allocate(g, i.type(), i.at()));
        }
      }
      case Instruction.NewArray i -> newArray(g, frame, i);
      case Instruction.Closure i -> closure(g, frame, i);
      case Instruction.LoadField i -> fields.load(g, frame, i);
      case Instruction.StoreField i -> fields.store(g, frame, i);
      case Instruction.LoadElement i -> elements.load(g, frame, i);
      case Instruction.StoreElement i -> elements.store(g, frame, i);
      case Instruction.ArrayLength i -> elements.length(g, frame, i);
      case Instruction.Call i -> calls.call(g, frame, i);
      case Instruction.EnterMonitor i -> enterMonitor(g, frame, i);
      case Instruction.ExitMonitor i -> exitMonitor(g, frame, i);
    }
  }

  private void copy(Goroutine g, Frame.Code frame, Instruction.Copy i) {
    Value value = frame.get(i.source());
    if (value instanceof Value.Null nothing && Operators.isPrimitive(i.target().type())) {
      machine.raiseNull(g, nothing, "unboxing", i.at());
      return;
    }
    frame.set(i.target(), Operators.convert(machine, value, i.target().type()));
  }

  private static Value constant(@Nullable Object value) {
    return value == null ? Value.NULL : new Value.Known(value);
  }

  private void operator(Goroutine g, Frame.Code frame, Instruction.Operator i) {
    List<Value> operands = frame.getAll(i.operands());
    if ((i.operator().equals("/") || i.operator().equals("%"))
        && operands.size() == 2
        && operands.get(1) instanceof Value.Known(Integer zero)
        && zero == 0) {
      machine.raise(g, "java.lang.ArithmeticException", "/ by zero", i.at());
      return;
    }
    if (i.operator().equals("+") && i.target().type().equals("java.lang.String")) {
      machine.texts(g, operands, texts -> frame.set(i.target(), apply(i, texts)), i.at());
    } else {
      frame.set(i.target(), apply(i, operands));
    }
  }

  private Value apply(Instruction.Operator i, List<Value> operands) {
    return Operators.apply(machine, i.operator(), operands, i.target().type());
  }

  private void newArray(Goroutine g, Frame.Code frame, Instruction.NewArray i) {
    List<Value> lengths = frame.getAll(i.lengths());
    frame.set(i.target(), array(i.elementType(), lengths, i.at(), frame.function(), g));
  }

  /** An array, whose elements are made when they are first asked for if they are arrays too. */
  private Thing array(
      String elementType, List<Value> lengths, Position at, Function in, Goroutine by) {
    Thing array = new Thing(elementType + "[]", at, in, by.number());
    Value length = lengths.isEmpty() ? Value.NULL : lengths.getFirst();
    if (lengths.size() < 2) {
      array.setFacet(new ArrayFacet(elementType, length));
      return array;
    }
    String inner = elementType.substring(0, elementType.lastIndexOf('['));
    List<Value> rest = lengths.subList(1, lengths.size());
    array.setFacet(
        new ArrayFacet(
            elementType,
            length,
            () -> {
              Thing element = array(inner, rest, at, in, by);
              if (array.hasEscaped()) {
                machine.escape(element);
              }
              return element;
            }));
    return array;
  }

  private void closure(Goroutine g, Frame.Code frame, Instruction.Closure i) {
    Thing closure = new Thing(i.method().owner(), i.at(), frame.function(), g.number());
    Function body = machine.index().byId(i.function());
    if (body == null) {
      frame.set(i.target(), machine.fresh(i.method().owner(), false));
      return;
    }
    List<Value> captured = frame.getAll(i.captured());
    closure.setFacet(new ClosureFacet(body, i.method(), captured));
    frame.set(i.target(), closure);
  }

  // ---- monitors

  private void enterMonitor(Goroutine g, Frame.Code frame, Instruction.EnterMonitor i) {
    switch (monitorOwner(g, frame, i.lock(), i.at())) {
      case Thing thing ->
          g.pending = new Acquire(machine, g, thing, thing.monitor(), false, i.at());
      case Value.Null n -> machine.raiseNull(g, n, "monitor", i.at());
      case Value v -> machine.synchronizeWithUnknown();
    }
  }

  private void exitMonitor(Goroutine g, Frame.Code frame, Instruction.ExitMonitor i) {
    if (monitorOwner(g, frame, i.lock(), i.at()) instanceof Thing thing) {
      Acquire.release(machine, g, thing, thing.monitor(), false, i.at());
    }
  }

  private Value monitorOwner(Goroutine g, Frame.Code frame, Variable lock, Position at) {
    Value value = frame.get(lock);
    return value instanceof Value.Known(Instruction.ClassConstant constant)
        ? machine.classObject(g, constant.type(), at)
        : value;
  }

  // ---- terminators

  private void leave(Goroutine g, Frame.Code frame, Terminator terminator) {
    switch (terminator) {
      case Terminator.Goto t -> frame.enter(t.target());
      case Terminator.Branch t -> {
        boolean first = frame.visits.merge(frame.block, 1, Integer::sum) <= 2;
        frame.enter(machine.decide(frame.get(t.condition()), first) ? t.ifTrue() : t.ifFalse());
      }
      case Terminator.ForEach t -> loops.next(g, frame, t);
      case Terminator.Return t -> {
        Value value = t.value() == null ? Value.NULL : frame.get(t.value());
        g.frames.removeLast();
        machine.deliver(g, value);
      }
      case Terminator.Throw t -> machine.raise(g, frame.get(t.exception()));
    }
  }

  // ---- helpers

  /**
   * Sees to it that a class is initialised before its first use: runs its initialiser, or waits for
   * another goroutine that does, then this instruction again.
   */
  boolean initializing(Goroutine g, Frame.Code frame, String type) {
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

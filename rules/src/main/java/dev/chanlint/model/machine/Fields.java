package dev.chanlint.model.machine;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.TypeDeclaration;
import dev.chanlint.model.code.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Loads and stores of fields. */
final class Fields {

  private final Machine machine;
  private final Interpreter interpreter;

  Fields(Machine machine, Interpreter interpreter) {
    this.machine = machine;
    this.interpreter = interpreter;
  }

  void load(Goroutine g, Frame.Code frame, Instruction.LoadField i) {
    if (i.base() == null) {
      if (!interpreter.initializing(g, frame, i.field().owner())) {
        readStatic(g, frame, i);
      }
      return;
    }
    switch (frame.get(i.base())) {
      case Thing thing -> readField(g, frame, i, thing);
      case Value.Null n -> machine.raiseNull(g, n, "field " + i.field().name(), i.at());
      case Value v ->
          frame.set(
              i.target(), machine.derive("." + i.field().name(), List.of(v), i.field().type()));
    }
  }

  private void readStatic(Goroutine g, Frame.Code frame, Instruction.LoadField i) {
    if (!machine.index().isFromSource(i.field().owner())) {
      Value constant = machine.library().constant(i.field());
      frame.set(
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
        () -> false,
        i.at(),
        () -> frame.set(i.target(), stored(machine.statics().get(i.field()), i.field())));
  }

  private Value libraryConstant(Goroutine g, FieldRef field, Position at) {
    return Operators.isPrimitive(field.type()) || field.type().equals("java.lang.String")
        ? machine.fresh(field.type(), true)
        : machine.allocate(g, field.type(), at);
  }

  private void readField(Goroutine g, Frame.Code frame, Instruction.LoadField i, Thing thing) {
    observe(
        g,
        new Memory.Location(thing, i.field()),
        i.field(),
        false,
        () -> false,
        i.at(),
        () -> {
          Value value = stored(thing.fields().get(i.field()), i.field());
          g.obtain(value);
          frame.set(i.target(), value);
        });
  }

  void store(Goroutine g, Frame.Code frame, Instruction.StoreField i) {
    Value value = Operators.convert(machine, frame.get(i.value()), i.field().type());
    if (i.base() == null) {
      if (!interpreter.initializing(g, frame, i.field().owner())) {
        observe(
            g,
            new Memory.Location(null, i.field()),
            i.field(),
            true,
            () -> isUpdate(frame, i),
            i.at(),
            () ->
                machine
                    .statics()
                    .put(
                        i.field(),
                        value.inPlaceOf(machine.statics().get(i.field()), takenAway(g, frame, i))));
      }
      return;
    }
    switch (frame.get(i.base())) {
      case Thing thing ->
          observe(
              g,
              new Memory.Location(thing, i.field()),
              i.field(),
              true,
              () -> isUpdate(frame, i),
              i.at(),
              () ->
                  thing
                      .fields()
                      .put(
                          i.field(),
                          value.inPlaceOf(thing.fields().get(i.field()), takenAway(g, frame, i))));
      case Value.Null n -> machine.raiseNull(g, n, "field " + i.field().name(), i.at());
      case Value v -> machine.escape(value);
    }
  }

  private static Value.Origin takenAway(Goroutine g, Frame.Code frame, Instruction.StoreField i) {
    return new Value.Origin.TakenAway(g, i.at(), frame.function());
  }

  /** Reads or writes a field: at once if it is plain, as an operation of its own if volatile. */
  private void observe(
      Goroutine g,
      Memory.Location location,
      FieldRef field,
      boolean isWrite,
      BooleanSupplier isUpdate,
      Position at,
      Runnable effect) {
    TypeDeclaration.Field declared = declaration(field);
    if (declared != null && declared.isVolatile()) {
      g.pending = new VolatileAccess(g, location, isWrite, isUpdate.getAsBoolean(), at, effect);
      return;
    }
    if (declared == null || !machine.index().isSettled(declared)) {
      machine.access(g, location, isWrite, false, at);
    }
    effect.run();
  }

  /** A write is that of an update if its value is computed, in one expression, of a read before. */
  private static boolean isUpdate(Frame.Code frame, Instruction.StoreField store) {
    List<Instruction> before = frame.currentBlock().instructions().subList(0, frame.index - 1);
    Set<Variable> sources = new HashSet<>(Set.of(store.value()));
    for (Instruction instruction : before.reversed()) {
      switch (instruction) {
        case Instruction.LoadField i
            when sources.contains(i.target()) && i.field().equals(store.field()) -> {
          return true;
        }
        case Instruction.Operator i when sources.contains(i.target()) ->
            sources.addAll(i.operands());
        case Instruction.Copy i when sources.contains(i.target()) && i.target().isTemporary() ->
            sources.add(i.source());
        case Instruction.Call i -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
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

  static Value stored(@Nullable Value value, FieldRef field) {
    return value != null ? value : Operators.defaultOf(field.type());
  }

  /** An access to a volatile field. */
  private final class VolatileAccess extends Pending {
    private final Goroutine by;
    private final Memory.Location location;
    private final boolean isWrite;
    private final boolean isUpdate;
    private final Runnable effect;

    VolatileAccess(
        Goroutine by,
        Memory.Location location,
        boolean isWrite,
        boolean isUpdate,
        Position at,
        Runnable effect) {
      super(Operation.ATOMIC, location.owner(), at);
      this.by = by;
      this.location = location;
      this.isWrite = isWrite;
      this.isUpdate = isUpdate;
      this.effect = effect;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void perform() {
      machine.accessAtomically(by, location, isWrite, isUpdate, at());
      effect.run();
    }

    @Override
    public void force() {
      perform();
    }
  }
}

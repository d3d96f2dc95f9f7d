package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls: of the program's functions, of the library's methods, of what nothing is known of. */
final class Calls {

  private static final List<String> FUNCTIONAL_METHODS =
      List.of("run", "call", "get", "accept", "apply", "test", "applyAsInt", "compare");

  private final Machine machine;
  private final Interpreter interpreter;

  Calls(Machine machine, Interpreter interpreter) {
    this.machine = machine;
    this.interpreter = interpreter;
  }

  void call(Goroutine g, Frame.Code frame, Instruction.Call i) {
    if (i.receiver() == null && interpreter.initializing(g, frame, i.method().owner())) {
      return;
    }
    List<Value> arguments = frame.getAll(i.arguments());
    Value receiver = i.receiver() == null ? null : frame.get(i.receiver());
    frame.expecting = i.target();
    invoke(g, i.method(), i.dispatch(), receiver, arguments, i.at());
  }

  /** Calls a method; its result is delivered to the frame on top. */
  void invoke(
      Goroutine g,
      MethodRef method,
      Instruction.Dispatch dispatch,
      @Nullable Value receiver,
      List<Value> arguments,
      Position at) {
    if (receiver instanceof Value.Null nothing) {
      machine.raiseNull(g, nothing, "call of " + method.name(), at);
      return;
    }
    if (machine.library().isOutput(method)) {
      machine.output(g, at);
    }
    Function callee = callee(method, dispatch, receiver);
    if (callee == null) {
      callLibrary(new Invocation(machine, g, method, receiver, arguments, at));
      return;
    }
    if (receiver instanceof Thing scope && isClose(scope, method)) {
      scope.close(g);
    }
    machine.push(g, callee, receiver == null ? arguments : with(receiver, arguments));
  }

  static List<Value> with(Value first, List<Value> others) {
    List<Value> all = new ArrayList<>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }

  private boolean isClose(Thing thing, MethodRef method) {
    return method.name().equals("close")
        && method.parameters().isEmpty()
        && machine.index().isSubtype(thing.type(), "java.lang.AutoCloseable");
  }

  // ---- functions of the program

  private @Nullable Function callee(
      MethodRef method, Instruction.Dispatch dispatch, @Nullable Value receiver) {
    CodeIndex index = machine.index();
    if (receiver == null || dispatch == Instruction.Dispatch.SPECIAL) {
      return method.name().equals(MethodRef.CONSTRUCTOR)
          ? index.declared(method.owner(), method)
          : index.dispatch(method.owner(), method);
    }
    if (!(receiver instanceof Thing thing)) {
      return null;
    }
    if (thing.facet() instanceof ClosureFacet) {
      return isCallOf(thing, method) ? null : defaultMethod(thing, method);
    }
    return index.dispatch(thing.type(), method);
  }

  /** A default method of the functional interface that a function object implements. */
  private @Nullable Function defaultMethod(Thing closure, MethodRef method) {
    Function ofType = machine.index().dispatch(closure.type(), method);
    return ofType != null ? ofType : machine.index().dispatch(method.owner(), method);
  }

  @Nullable Function functionalMethod(Thing callee, int arity) {
    for (String name : FUNCTIONAL_METHODS) {
      List<String> parameters = Collections.nCopies(arity, "java.lang.Object");
      MethodRef method = new MethodRef(callee.type(), name, parameters, "java.lang.Object", false);
      Function found = machine.index().dispatch(callee.type(), method);
      if (found != null && found.method().parameters().size() == arity) {
        return found;
      }
    }
    return null;
  }

  // ---- the library's methods

  private void callLibrary(Invocation call) {
    MethodRef method = call.method();
    if (call.receiver() instanceof Thing thing
        && thing.facet() instanceof ClosureFacet closure
        && isCallOf(thing, method)) {
      machine.push(call.goroutine(), closure.function(), closure.with(call.arguments()));
      return;
    }
    Facet.Handler handler = handler(call);
    if (handler != null) {
      handler.perform(call);
      return;
    }
    switch (machine.library().evaluate(machine, method, call.receiver(), call.arguments())) {
      case null -> machine.deliver(call.goroutine(), implicit(call));
      case Library.Result(Value value) -> machine.deliver(call.goroutine(), value);
      case Library.Failure(String type, String message) -> call.raise(type, message);
    }
  }

  private static boolean isCallOf(Thing thing, MethodRef method) {
    return thing.facet() instanceof ClosureFacet closure
        && closure.interfaceMethod().name().equals(method.name())
        && closure.arity() == method.parameters().size();
  }

  private Facet.@Nullable Handler handler(Invocation call) {
    MethodRef method = call.method();
    if (call.receiver() == null) {
      return machine.library().handler(method);
    }
    if (method.name().equals(MethodRef.CONSTRUCTOR)) {
      boolean isImplicit = machine.index().isFromSource(method.owner());
      return isImplicit ? null : machine.library().handler(method);
    }
    if (!(call.receiver() instanceof Thing thing)) {
      return null;
    }
    Facet facet = thing.facet();
    Facet.Handler known =
        facet == null ? null : facet.method(method.name(), call.arguments().size());
    return known != null ? known : machine.library().handler(method);
  }

  // ---- what the language provides, and what nothing is known of

  private Value implicit(Invocation call) {
    if (call.receiver() instanceof Thing thing && machine.index().isFromSource(thing.type())) {
      Value provided = provided(call.method(), thing, call.arguments());
      if (provided != null) {
        return provided;
      }
    }
    if (machine.library().maySynchronize(call.method().owner())) {
      machine.synchronizeWithUnknown();
    }
    if (!machine.library().isHarmless(call.method())) {
      machine.escape(call.receiver());
      call.arguments().forEach(machine::escape);
    }
    return machine.fresh(call.method().result(), isInput(call));
  }

  /** What a function gives back that came in from outside is input as much as itself. */
  private boolean isInput(Invocation call) {
    return call.receiver() instanceof Value.Symbol given
        && given.isSure()
        && machine.library().handsOnInput(call.method().owner());
  }

  private @Nullable Value provided(MethodRef method, Thing thing, List<Value> arguments) {
    TypeDeclaration type = machine.index().type(thing.type());
    if (type == null) {
      return null;
    }
    if (method.name().equals(MethodRef.CONSTRUCTOR)) {
      storeComponents(type, thing, arguments);
      return Value.NULL;
    }
    for (TypeDeclaration.Field field : type.fields()) {
      if (arguments.isEmpty() && field.ref().name().equals(method.name())) {
        return Fields.stored(thing.fields().get(field.ref()), field.ref());
      }
    }
    return switch (method.name()) {
      case "equals" ->
          Value.of(
              arguments.size() == 1
                  && Records.areEqual(machine.index(), thing, arguments.getFirst()));
      case "hashCode", "toString", "getClass", "name", "ordinal" ->
          machine.derive(method.name(), List.of(thing), method.result());
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
}

package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.Code.Draft;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how code outside the program calls one of its methods: on a new object, with
 * arguments of which nothing is known but what a method is made for. Numbers are positive,
 * collections and arrays have two elements, a context ends at some time. What a method does with
 * none at all is a matter of its contract, and more show nothing new.
 */
final class OutsideCalls {

  private static final String OUTSIDE = "$outside";
  private static final String RUNTIME = "dev.chanlint.runtime.";
  private static final String CONTEXT = RUNTIME + "Context";
  private static final String CANCEL_CONTEXT = RUNTIME + "CancelContext";
  private static final String DURATION = "java.time.Duration";

  private static final Set<String> COUNTS =
      Set.of("int", "long", "java.lang.Integer", "java.lang.Long");

  private static final Map<String, String> COLLECTIONS =
      Map.ofEntries(
          Map.entry("java.lang.Iterable", "java.util.List"),
          Map.entry("java.util.Collection", "java.util.List"),
          Map.entry("java.util.SequencedCollection", "java.util.List"),
          Map.entry("java.util.List", "java.util.List"),
          Map.entry("java.util.ArrayList", "java.util.List"),
          Map.entry("java.util.LinkedList", "java.util.List"),
          Map.entry("java.util.Queue", "java.util.List"),
          Map.entry("java.util.Deque", "java.util.List"),
          Map.entry("java.util.Set", "java.util.Set"),
          Map.entry("java.util.Map", "java.util.Map"));

  private final Lowering lowering;

  OutsideCalls(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The calls of some methods. */
  List<EntryPoint> of(List<Function> methods) {
    List<EntryPoint> calls = new ArrayList<>();
    for (Function method : methods) {
      Function caller = new Caller(method).caller();
      lowering.add(caller);
      calls.add(new EntryPoint(method.id(), EntryPoint.Kind.OUTSIDE, caller.id()));
    }
    return calls;
  }

  /** The caller of one method. */
  private final class Caller {
    private final MethodRef method;
    private final Position at;
    private final Body body;
    private final Instances instances;
    private final List<Variable> given = new ArrayList<>();
    private final Draft end = new Draft();

    Caller(Function called) {
      method = called.method();
      at = called.at();
      body =
          new Body(
              lowering,
              null,
              called.id() + OUTSIDE,
              "the caller of " + called.name(),
              method.owner(),
              "void");
      instances = new Instances(body, this::value, at);
    }

    Function caller() {
      instances.call(receiver(), method);
      body.code.jump(end, at);
      body.code.start(end);
      return Lowering.function(body, Function.Kind.LAUNCHER, method, given, Set.of(), at, at);
    }

    private @Nullable Variable receiver() {
      return method.isStatic() ? null : instances.make(method.owner()).getLast().object();
    }

    private Variable value(String type) {
      String collection = COLLECTIONS.get(type);
      if (collection != null) {
        return collection(collection);
      } else if (type.equals(CONTEXT) || type.equals(CANCEL_CONTEXT)) {
        return context();
      } else if (type.endsWith("[]")) {
        return array(Calls.element(type));
      } else if (COUNTS.contains(type)) {
        return positive(type);
      }
      return input(type);
    }

    private Variable input(String type) {
      Variable parameter = body.fresh("given" + given.size(), type);
      given.add(parameter);
      return parameter;
    }

    /** Calls with others are not looked at. */
    private Variable positive(String type) {
      Variable number = input(type);
      Variable zero = body.constant(0, "int", at);
      Variable isPositive = body.temporary("boolean");
      body.code.emit(new Instruction.Operator(isPositive, "<", List.of(zero, number), at));
      Draft then = new Draft();
      body.code.branch(isPositive, then, end, at);
      body.code.start(then);
      return number;
    }

    private Variable collection(String type) {
      int values = type.equals("java.util.Map") ? 4 : 2;
      List<Variable> elements = new ArrayList<>();
      List<String> parameters = new ArrayList<>();
      for (int n = 0; n < values; n++) {
        elements.add(input(TypeTable.OBJECT));
        parameters.add(TypeTable.OBJECT);
      }
      return instances.result(new MethodRef(type, "of", parameters, type, true), elements);
    }

    private Variable array(String elementType) {
      Variable array = body.temporary(elementType + "[]");
      Variable length = body.constant(2, "int", at);
      body.code.emit(new Instruction.NewArray(array, elementType, List.of(length), at));
      for (int n = 0; n < 2; n++) {
        Variable index = body.constant(n, "int", at);
        body.code.emit(new Instruction.StoreElement(array, index, value(elementType), at));
      }
      return array;
    }

    private Variable context() {
      Variable background =
          instances.result(
              new MethodRef(CONTEXT, "background", List.of(), CONTEXT, true), List.of());
      MethodRef withTimeout =
          new MethodRef(CONTEXT, "withTimeout", List.of(CONTEXT, DURATION), CANCEL_CONTEXT, true);
      return instances.result(withTimeout, List.of(background, input(DURATION)));
    }
  }
}

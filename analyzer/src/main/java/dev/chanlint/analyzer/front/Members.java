package dev.chanlint.analyzer.front;

import static java.util.stream.Collectors.toCollection;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.Dispatch;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtBlock;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtStatement;
import spoon.reflect.declaration.CtAnonymousExecutable;
import spoon.reflect.declaration.CtClass;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtEnumValue;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtRecordComponent;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.ModifierKind;

/** Lowers the members of types to functions. */
final class Members {

  /** The name of a class's static initialisers. */
  static final String STATIC_INITIALIZER = "<clinit>";

  private final Lowering lowering;

  Members(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Lowers a type's members and its member types. */
  void lower(CtType<?> type) {
    if (!lowering.begin(type.getQualifiedName())) {
      return;
    }
    constructors(type);
    rest(type);
  }

  /**
   * Lowers an anonymous class.
   *
   * @param inherited the constructor that its own one calls, whose parameters it takes
   */
  void anonymous(CtType<?> type, MethodRef inherited) {
    if (!lowering.begin(type.getQualifiedName())) {
      return;
    }
    attempt(type, () -> implicitConstructor(type, inherited));
    rest(type);
  }

  private void rest(CtType<?> type) {
    for (CtMethod<?> method : inOrder(type.getMethods())) {
      if (type instanceof CtRecord && method.isImplicit()) {
        accessor(type, method);
      } else if (method.getBody() != null) {
        attempt(method, () -> method(type, method));
      }
    }
    attempt(type, () -> staticInitializer(type));
    if (type instanceof CtEnum<?> constants) {
      values(constants);
    }
    inOrder(type.getNestedTypes()).forEach(this::lower);
  }

  /** What cannot be lowered costs itself and no more. */
  private void attempt(CtElement member, Runnable lower) {
    try {
      lower.run();
    } catch (NotUnderstood e) {
      lowering.gap(lowering.positions.ofName(member), "not understood: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      lowering.gap(lowering.positions.ofName(member), "not understood: the parser's tree: " + e);
    }
  }

  private static <E extends CtElement> List<E> inOrder(Iterable<E> elements) {
    List<E> sorted = new ArrayList<>();
    elements.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(Members::start));
    return sorted;
  }

  private static int start(CtElement element) {
    return element.getPosition().isValidPosition() ? element.getPosition().getSourceStart() : -1;
  }

  // Methods

  private void method(CtType<?> type, CtMethod<?> method) {
    MethodRef ref = SourceTypes.method(type, method);
    String name = Names.simple(type.getQualifiedName()) + "." + method.getSimpleName();
    Body body = body(type, ref, name);
    List<Variable> parameters = parameters(body, ref, method);
    Position end = lowering.positions.ofEnd(method.getBody());
    Runnable inner = () -> new Lowerings(body).statements().block(method.getBody());
    if (method.hasModifier(ModifierKind.SYNCHRONIZED)) {
      Position at = lowering.positions.ofName(method);
      new Tries(body, new Lowerings(body)).holding(monitor(body, ref, at), inner, at, end);
    } else {
      inner.run();
    }
    add(body, Function.Kind.METHOD, ref, parameters, method, end);
  }

  /** The method that the compiler adds to a record for a component. */
  private void accessor(CtType<?> type, CtMethod<?> method) {
    MethodRef ref = SourceTypes.method(type, method);
    Position at = lowering.positions.ofName(type);
    Body body = body(type, ref, Names.simple(ref.owner()) + "." + ref.name());
    List<Variable> parameters = parameters(body, ref, null);
    Variable value = body.temporary(ref.result());
    FieldRef field = new FieldRef(ref.owner(), ref.name(), ref.result(), false);
    body.code.emit(new Instruction.LoadField(value, parameters.getFirst(), field, at));
    body.exits.giveBack(value, at);
    add(body, Function.Kind.METHOD, ref, parameters, type, at);
  }

  private static Variable monitor(Body body, MethodRef method, Position at) {
    return method.isStatic()
        ? body.constant(new Instruction.ClassConstant(method.owner()), "java.lang.Class", at)
        : body.self().orElseThrow(() -> new NotUnderstood("an instance method without this"));
  }

  private Body body(CtType<?> type, MethodRef ref, String name) {
    return new Body(lowering, null, ref.toString(), name, type.getQualifiedName(), ref.result());
  }

  private static List<Variable> parameters(
      Body body, MethodRef ref, @Nullable CtExecutable<?> executable) {
    List<Variable> parameters = new ArrayList<>();
    if (!ref.isStatic()) {
      parameters.add(body.declare(Body.THIS, ref.owner()));
    }
    if (executable != null) {
      for (CtParameter<?> parameter : executable.getParameters()) {
        parameters.add(body.declare(parameter.getSimpleName(), Names.erased(parameter.getType())));
      }
    }
    return parameters;
  }

  private void add(
      Body body,
      Function.Kind kind,
      MethodRef ref,
      List<Variable> parameters,
      CtElement source,
      Position end) {
    Position at = lowering.positions.ofName(source);
    lowering.add(Lowering.function(body, kind, ref, parameters, annotations(source), at, end));
  }

  private static Set<String> annotations(CtElement element) {
    return element.getAnnotations().stream()
        .map(annotation -> annotation.getAnnotationType().getQualifiedName())
        .collect(toCollection(TreeSet::new));
  }

  // Constructors

  private void constructors(CtType<?> type) {
    if (type instanceof CtClass<?> withConstructors) {
      for (CtConstructor<?> constructor : inOrder(withConstructors.getConstructors())) {
        attempt(constructor, () -> constructor(type, constructor));
      }
    }
    if (type instanceof CtRecord record && !SourceTypes.declaresCanonical(record)) {
      attempt(record, () -> canonical(record));
    }
  }

  /** The constructor that the compiler adds to a record. */
  private void canonical(CtRecord record) {
    MethodRef ref = SourceTypes.canonical(record);
    Body body = body(record, ref, "new " + Names.simple(record.getQualifiedName()));
    List<Variable> parameters = parameters(body, ref, null);
    for (CtRecordComponent component : SourceTypes.components(record)) {
      parameters.add(body.declare(component.getSimpleName(), Names.erased(component.getType())));
    }
    assignComponents(record, body);
    Position at = lowering.positions.ofName(record);
    add(body, Function.Kind.CONSTRUCTOR, ref, parameters, record, at);
  }

  private void constructor(CtType<?> type, CtConstructor<?> constructor) {
    MethodRef ref = SourceTypes.constructor(type, constructor);
    Body body = body(type, ref, "new " + Names.simple(type.getQualifiedName()));
    Lowerings to = new Lowerings(body);
    List<Variable> parameters = parameters(body, ref, constructor);
    CtBlock<?> block = constructor.getBody();
    List<CtStatement> statements = block == null ? List.of() : block.getStatements();
    if (statements.stream().noneMatch(Members::isConstructorCall)) {
      initialize(type, to, false);
    }
    for (CtStatement statement : statements) {
      to.statements().lower(statement);
      if (isConstructorCall(statement) && !isOwn((CtInvocation<?>) statement, type)) {
        initialize(type, to, false);
      }
    }
    if (type instanceof CtRecord record && constructor.isCompactConstructor()) {
      assignComponents(record, body);
    }
    CtElement end = block == null ? constructor : block;
    add(
        body,
        Function.Kind.CONSTRUCTOR,
        ref,
        parameters,
        constructor,
        lowering.positions.ofEnd(end));
  }

  private static boolean isConstructorCall(CtStatement statement) {
    return statement instanceof CtInvocation<?> call && call.getExecutable().isConstructor();
  }

  private static boolean isOwn(CtInvocation<?> call, CtType<?> type) {
    return Names.erased(call.getExecutable().getDeclaringType()).equals(type.getQualifiedName());
  }

  /** What the compiler adds to a canonical constructor that does not assign by itself. */
  private void assignComponents(CtRecord record, Body body) {
    Variable self = body.self().orElseThrow();
    for (CtRecordComponent component : SourceTypes.components(record)) {
      Position at = lowering.positions.of(component);
      String name = component.getSimpleName();
      FieldRef field =
          new FieldRef(record.getQualifiedName(), name, Names.erased(component.getType()), false);
      body.lookup(name, at)
          .ifPresent(value -> body.code.emit(new Instruction.StoreField(self, field, value, at)));
    }
  }

  private void implicitConstructor(CtType<?> type, MethodRef inherited) {
    MethodRef ref =
        new MethodRef(
            type.getQualifiedName(), MethodRef.CONSTRUCTOR, inherited.parameters(), "void", false);
    Position at = lowering.positions.firstLine(type);
    Body body = body(type, ref, "new " + Names.simple(type.getQualifiedName()));
    Lowerings to = new Lowerings(body);
    List<Variable> parameters = parameters(body, ref, null);
    for (int i = 0; i < inherited.parameters().size(); i++) {
      parameters.add(body.declare("$" + i, inherited.parameters().get(i)));
    }
    Variable self = parameters.getFirst();
    to.creations().link(self, inherited.owner(), null, at);
    to.calls()
        .construct(
            self,
            new Calls.Callee(inherited, true, false),
            parameters.subList(1, parameters.size()),
            at);
    initialize(type, to, false);
    add(body, Function.Kind.CONSTRUCTOR, ref, parameters, type, at);
  }

  // Initialisers

  /** Lowers a type's instance or static initialisers, in the order of the source. */
  private void initialize(CtType<?> type, Lowerings to, boolean ofClass) {
    for (CtElement member : inOrder(type.getTypeMembers())) {
      if (isStatic(member, type) != ofClass) {
        continue;
      }
      if (member instanceof CtField<?> field && field.getDefaultExpression() != null) {
        to.places().initialize(type.getQualifiedName(), field);
      } else if (member instanceof CtAnonymousExecutable block) {
        to.statements().block(block.getBody());
      }
    }
  }

  private static boolean isStatic(CtElement member, CtType<?> type) {
    return member instanceof CtModifiable modifiable && modifiable.isStatic()
        || member instanceof CtField && (type.isInterface() || member instanceof CtEnumValue);
  }

  private void staticInitializer(CtType<?> type) {
    MethodRef ref =
        new MethodRef(type.getQualifiedName(), STATIC_INITIALIZER, List.of(), "void", true);
    Body body = body(type, ref, "static initializer of " + Names.simple(type.getQualifiedName()));
    Lowerings to = new Lowerings(body);
    if (type instanceof CtEnum<?> constants) {
      for (CtEnumValue<?> value : constants.getEnumValues()) {
        if (value.getDefaultExpression() != null) {
          to.places().initialize(type.getQualifiedName(), value);
        }
      }
    }
    initialize(type, to, true);
    Position end = lowering.positions.ofEnd(type);
    Function function =
        Lowering.function(
            body,
            Function.Kind.STATIC_INITIALIZER,
            ref,
            List.of(),
            Set.of(),
            lowering.positions.ofName(type),
            end);
    if (!function.blocks().getFirst().instructions().isEmpty() || function.blocks().size() > 1) {
      lowering.add(function);
    }
  }

  /** The method that the compiler adds to an enum. */
  private void values(CtEnum<?> type) {
    String name = type.getQualifiedName();
    MethodRef ref = SourceTypes.values(type);
    Position at = lowering.positions.ofName(type);
    Body body = body(type, ref, Names.simple(name) + ".values");
    Variable array = body.temporary(ref.result());
    body.code.emit(new Instruction.NewArray(array, name, List.of(), at));
    int index = 0;
    for (CtEnumValue<?> constant : type.getEnumValues()) {
      Variable value = body.temporary(name);
      FieldRef field = new FieldRef(name, constant.getSimpleName(), name, true);
      body.code.emit(new Instruction.LoadField(value, null, field, at));
      Variable place = body.constant(index++, "int", at);
      body.code.emit(new Instruction.StoreElement(array, place, value, at));
    }
    body.exits.giveBack(array, at);
    add(body, Function.Kind.METHOD, ref, List.of(), type, at);
  }

  /** A function that passes a call on to the method that overrides with narrower parameters. */
  void bridge(MethodRef from, MethodRef to, Position at) {
    Body body =
        new Body(
            lowering,
            null,
            from.toString(),
            Names.simple(to.owner()) + "." + to.name(),
            to.owner(),
            from.result());
    List<Variable> parameters = new ArrayList<>();
    parameters.add(body.declare(Body.THIS, to.owner()));
    List<Variable> arguments = new ArrayList<>();
    for (int i = 0; i < from.parameters().size(); i++) {
      Variable parameter = body.declare("$" + i, from.parameters().get(i));
      parameters.add(parameter);
      arguments.add(narrowed(body, parameter, to.parameters().get(i), at));
    }
    boolean returns = !to.result().equals("void");
    Variable result = body.temporary(to.result());
    body.code.emit(
        new Instruction.Call(
            returns ? result : null,
            to,
            parameters.getFirst(),
            arguments,
            Dispatch.VIRTUAL,
            to.owner(),
            true,
            returns,
            at));
    body.exits.giveBack(returns ? result : null, at);
    lowering.add(Lowering.function(body, Function.Kind.BRIDGE, from, parameters, Set.of(), at, at));
  }

  private static Variable narrowed(Body body, Variable value, String type, Position at) {
    if (value.type().equals(type)) {
      return value;
    }
    Variable target = body.temporary(type);
    body.copy(target, value, at);
    return target;
  }
}

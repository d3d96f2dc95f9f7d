package dev.chanlint.model.library;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Library;
import dev.chanlint.model.machine.Machine;
import dev.chanlint.model.machine.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Methods of the JDK's immutable value classes: run for real where all values are known, open
 * otherwise. Nothing of the program under analysis runs here.
 */
final class Evaluation {

  private static final Map<String, Class<?>> VALUE_CLASSES =
      Map.ofEntries(
          Map.entry("java.lang.String", String.class),
          Map.entry("java.lang.CharSequence", CharSequence.class),
          Map.entry("java.lang.Integer", Integer.class),
          Map.entry("java.lang.Long", Long.class),
          Map.entry("java.lang.Number", Number.class),
          Map.entry("java.lang.Double", Double.class),
          Map.entry("java.lang.Boolean", Boolean.class),
          Map.entry("java.lang.Character", Character.class),
          Map.entry("java.lang.Math", Math.class),
          Map.entry("java.lang.Object", Object.class),
          Map.entry("java.lang.Comparable", Comparable.class),
          Map.entry("java.util.Objects", java.util.Objects.class),
          Map.entry("java.time.Duration", java.time.Duration.class));

  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "int", int.class,
          "long", long.class,
          "double", double.class,
          "boolean", boolean.class,
          "char", char.class,
          "float", float.class,
          "short", short.class,
          "byte", byte.class);

  /** Packages and classes whose methods keep none of their arguments and run nothing. */
  private static final Set<String> HARMLESS =
      Set.of(
          "java.lang.Object",
          "java.util.Comparator",
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.util.Random",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator",
          "java.util.concurrent.TimeUnit",
          "java.lang.AutoCloseable",
          "java.lang.Record",
          "java.lang.Enum");

  /** What a program asks about where it runs. */
  private static final Set<String> SURROUNDINGS =
      Set.of("java.lang.Runtime", "java.lang.Module", "java.lang.ModuleLayer");

  private static final int LONGEST_TEXT = 10_000;

  private Evaluation() {}

  static boolean isHarmless(String owner) {
    return HARMLESS.contains(owner)
        || VALUE_CLASSES.containsKey(owner)
        || owner.startsWith("java.time.")
        || owner.startsWith("java.text.")
        || owner.startsWith("java.math.");
  }

  /** Whether what a method gives is any value, as far as the program tells. */
  private static boolean isInput(MethodRef method) {
    String owner = method.owner();
    return isHarmless(owner)
        || owner.startsWith("java.io.")
        || owner.startsWith("java.nio.")
        || owner.startsWith("java.lang.management.")
        || owner.startsWith("jdk.jfr.")
        || SURROUNDINGS.contains(owner)
        || Options.isQuestion(method)
        || Future.isQuestion(method);
  }

  static @Nullable Value constant(FieldRef field) {
    Class<?> owner = VALUE_CLASSES.get(field.owner());
    if (owner == null) {
      return null;
    }
    try {
      Object value = owner.getField(field.name()).get(null);
      return value == null ? Value.NULL : new Value.Known(value);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      return null;
    }
  }

  static Library.@Nullable Outcome call(
      Machine machine, MethodRef method, @Nullable Value receiver, List<Value> arguments) {
    String owner =
        receiver instanceof Value.Known(Object content)
            ? content.getClass().getName()
            : method.owner();
    Value special = special(machine, method, receiver, arguments);
    if (special != null) {
      return new Library.Result(special);
    }
    if (VALUE_CLASSES.containsKey(owner)
        && (receiver == null || receiver instanceof Value.Known)
        && arguments.stream().allMatch(Evaluation::isConcrete)) {
      Library.Outcome result = run(VALUE_CLASSES.get(owner), method, receiver, arguments);
      if (result != null) {
        return result;
      }
    }
    if (!isInput(method)) {
      return null;
    }
    List<Value> all = new ArrayList<>(arguments);
    if (receiver != null) {
      all.add(receiver);
    }
    return new Library.Result(
        isVarying(method)
            ? machine.fresh(method.result(), true)
            : machine.derive(method.toString(), all, method.result()));
  }

  /** Whether two calls with equal arguments can give different results. */
  private static boolean isVarying(MethodRef method) {
    return method.owner().startsWith("java.util.") && !Options.isQuestion(method)
        || method.owner().startsWith("java.io.")
        || method.owner().startsWith("java.nio.")
        || method.name().equals("now");
  }

  private static @Nullable Value special(
      Machine machine, MethodRef method, @Nullable Value receiver, List<Value> arguments) {
    if (method.owner().equals("java.lang.Runtime") && method.name().equals("availableProcessors")) {
      return Value.of(2);
    }
    if (receiver != null
        && method.name().equals("getMessage")
        && receiver instanceof dev.chanlint.model.machine.Thing thing) {
      Value message = thing.fields().get(Machine.MESSAGE);
      return message == null ? Value.NULL : message;
    }
    if (receiver != null && method.name().equals("equals") && arguments.size() == 1) {
      return equality(machine, receiver, arguments.getFirst());
    }
    return null;
  }

  static Value equality(Machine machine, Value a, Value b) {
    if (a instanceof Value.Known && b instanceof Value.Known) {
      return Value.of(a.equals(b));
    }
    if (a instanceof Value.Symbol || b instanceof Value.Symbol) {
      return a.equals(b) ? Value.TRUE : machine.derive("==", List.of(a, b), "boolean");
    }
    return Value.of(a == b);
  }

  private static boolean isConcrete(Value value) {
    return value instanceof Value.Known || value instanceof Value.Null;
  }

  private static Library.@Nullable Outcome run(
      Class<?> owner, MethodRef method, @Nullable Value receiver, List<Value> arguments) {
    Method found = find(owner, method);
    if (found == null || isTooLarge(method, arguments)) {
      return null;
    }
    @Nullable Object[] actual = new @Nullable Object[arguments.size()];
    for (int n = 0; n < actual.length; n++) {
      actual[n] = fit(arguments.get(n), found.getParameterTypes()[n]);
    }
    try {
      Object self = receiver instanceof Value.Known(Object content) ? content : null;
      Object result = found.invoke(self, actual);
      Value value = result == null ? Value.NULL : wrap(result);
      return value == null ? null : new Library.Result(value);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getTargetException();
      return new Library.Failure(
          cause.getClass().getName(), Objects.requireNonNullElse(cause.getMessage(), ""));
    } catch (IllegalAccessException | IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isTooLarge(MethodRef method, List<Value> arguments) {
    return method.name().equals("repeat")
        && arguments.getFirst() instanceof Value.Known(Integer times)
        && times > LONGEST_TEXT;
  }

  private static @Nullable Value wrap(Object result) {
    boolean isValue =
        result instanceof Number
            || result instanceof Boolean
            || result instanceof Character
            || result instanceof String
            || result instanceof java.time.Duration;
    return isValue ? new Value.Known(result) : null;
  }

  private static @Nullable Method find(Class<?> owner, MethodRef method) {
    List<Class<?>> parameters = new ArrayList<>();
    for (String name : method.parameters()) {
      Class<?> parameter = PRIMITIVES.get(name);
      if (parameter == null) {
        parameter = VALUE_CLASSES.get(name);
      }
      if (parameter == null) {
        return null;
      }
      parameters.add(parameter);
    }
    try {
      Method found = owner.getMethod(method.name(), parameters.toArray(Class<?>[]::new));
      boolean fits = Modifier.isStatic(found.getModifiers()) == method.isStatic();
      return fits && !method.name().equals("random") ? found : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static @Nullable Object fit(Value value, Class<?> parameter) {
    if (!(value instanceof Value.Known(Object content))) {
      return null;
    }
    if (content instanceof Number number) {
      if (parameter == long.class || parameter == Long.class) {
        return number.longValue();
      }
      if (parameter == double.class || parameter == Double.class) {
        return number.doubleValue();
      }
      if (parameter == float.class) {
        return number.floatValue();
      }
    }
    if (content instanceof Character character && parameter == int.class) {
      return (int) character;
    }
    return content;
  }
}

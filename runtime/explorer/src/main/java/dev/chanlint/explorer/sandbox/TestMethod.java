package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Execution;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method run as JUnit 5 runs a test: on a new object, inside those of the classes that it is
 * {@code @Nested} in, between the lifecycle methods of all of them, from the outermost class and
 * the topmost superclass inwards and then back. Statics are fresh in each execution, so those for
 * all tests of a class are run in each too; which of its argument sets a parameterised test gets is
 * a choice, explored like any other. JUnit is known by name only: the code under test brings its
 * own.
 */
final class TestMethod implements Body {

  private static final String JUPITER = "org.junit.jupiter.api.";

  /** A class that takes part, with its constructor; none where everything is static. */
  private record Level(Class<?> type, @Nullable MethodHandle constructor) {}

  /** A method to be called on the object of a level. */
  private record Call(MethodHandle handle, int level, boolean isStatic) {

    void on(@Nullable Object[] objects, @Nullable Object... arguments) throws Throwable {
      MethodHandle bound = isStatic ? handle : handle.bindTo(objects[level]);
      bound.invokeWithArguments(arguments);
    }
  }

  private final ClassLoader sandbox;
  private final Copies given;
  private final @Nullable ArgumentSets argumentSets;
  private final List<Level> levels = new ArrayList<>();
  private final List<Call> beforeAll = new ArrayList<>();
  private final List<Call> beforeEach = new ArrayList<>();
  private final List<Call> afterEach = new ArrayList<>();
  private final List<Call> afterAll = new ArrayList<>();
  private final Call body;

  /**
   * Prepares one.
   *
   * @param type the class that is tested, which may inherit the method
   * @param given its arguments; none if it takes none or has sources of its own
   * @throws NeedsJupiterException if it needs what only JUnit's own engine can do
   * @throws IllegalArgumentException if it is not to be run
   */
  TestMethod(Class<?> type, Method method, Copies given) throws IllegalAccessException {
    this.sandbox = type.getClassLoader();
    this.given = given;
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    String name = type.getName() + "." + method.getName();
    JupiterNeeds needs = new JupiterNeeds(classes(type), method);
    needs
        .refusal()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(name + " cannot be run: " + reason);
            });
    needs
        .ofAll()
        .or(() -> given.isNone() ? needs.ofParameters() : Optional.empty())
        .ifPresent(
            reason -> {
              throw new NeedsJupiterException(reason);
            });
    addLevels(type, isStatic);
    this.body = new Call(Entry.handle(method), levels.size() - 1, isStatic);
    for (int i = 0; i < levels.size(); i++) {
      addLifecycle(i);
    }
    this.argumentSets =
        given.isNone() && ArgumentSets.areFor(method) ? ArgumentSets.of(type, method) : null;
  }

  /** The class and those that it is inside, outermost first. */
  private static List<Class<?>> classes(Class<?> type) {
    List<Class<?>> classes = new ArrayList<>(List.of(type));
    while (isInner(classes.getFirst())) {
      classes.addFirst(classes.getFirst().getEnclosingClass());
    }
    return classes;
  }

  private static boolean isInner(Class<?> type) {
    return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
  }

  private void addLevels(Class<?> type, boolean isStatic) throws IllegalAccessException {
    if (isInner(type)) {
      Class<?> outer = type.getEnclosingClass();
      addLevels(outer, isStatic);
      levels.add(new Level(type, isStatic ? null : constructor(type, outer)));
    } else {
      levels.add(new Level(type, isStatic ? null : constructor(type)));
    }
  }

  private static MethodHandle constructor(Class<?> type, Class<?>... parameters)
      throws IllegalAccessException {
    try {
      return Entry.constructor(type, parameters);
    } catch (NoSuchMethodException e) {
      throw new NeedsJupiterException(String.valueOf(e.getMessage()));
    }
  }

  private void addLifecycle(int level) throws IllegalAccessException {
    for (Method method : methods(levels.get(level).type())) {
      add(method, level, "BeforeAll", beforeAll, false);
      add(method, level, "BeforeEach", beforeEach, false);
      add(method, level, "AfterEach", afterEach, true);
      add(method, level, "AfterAll", afterAll, true);
    }
  }

  private void add(Method method, int level, String annotation, List<Call> calls, boolean first)
      throws IllegalAccessException {
    if (!Annotations.has(method, JUPITER + annotation)) {
      return;
    }
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (!isStatic && levels.get(level).constructor() == null) {
      return;
    }
    if (method.getParameterCount() > 0) {
      throw new NeedsJupiterException(
          "%s.%s takes parameters, which JUnit's own engine gives it"
              .formatted(method.getDeclaringClass().getName(), method.getName()));
    }
    calls.add(first ? 0 : calls.size(), new Call(Entry.handle(method), level, isStatic));
  }

  /** Its methods and the inherited ones, topmost first, without those that are overridden. */
  private static List<Method> methods(Class<?> type) {
    Map<String, Method> bySignature = new LinkedHashMap<>();
    collect(type, bySignature);
    return List.copyOf(bySignature.values());
  }

  private static void collect(@Nullable Class<?> type, Map<String, Method> bySignature) {
    if (type == null || type == Object.class) {
      return;
    }
    for (Class<?> parent : type.getInterfaces()) {
      collect(parent, bySignature);
    }
    collect(type.getSuperclass(), bySignature);
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isSynthetic()) {
        String signature = signature(method);
        bySignature.remove(signature);
        bySignature.put(signature, method);
      }
    }
  }

  /** What is private or static overrides nothing. */
  private static String signature(Method method) {
    String signature = method.getName() + Arrays.toString(method.getParameterTypes());
    return (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0
        ? signature
        : method.getDeclaringClass().getName() + "." + signature;
  }

  @Override
  public void run() throws Throwable {
    Failures failures = new Failures();
    @Nullable Object[] objects = new Object[levels.size()];
    failures.catching(
        () -> {
          callAll(beforeAll, true, objects);
          construct(objects);
          callAll(beforeAll, false, objects);
          @Nullable Object[] arguments = arguments(objects);
          callAll(beforeEach, objects);
          body.on(objects, arguments);
        });
    for (Call call : afterEach) {
      failures.catching(() -> call.on(objects));
    }
    for (Call call : afterAll) {
      failures.catching(() -> call.on(objects));
    }
    failures.rethrow();
  }

  private @Nullable Object[] arguments(@Nullable Object[] objects) throws Throwable {
    if (argumentSets == null) {
      return given.in(sandbox);
    }
    try {
      List<@Nullable Object[]> sets = argumentSets.make(objects[objects.length - 1]);
      if (sets.isEmpty()) {
        throw new NeedsJupiterException("its sources have no arguments");
      }
      return sets.get(Execution.require().choose("argument set", sets.size()));
    } catch (NeedsJupiterException e) {
      Execution.require().uncontrolled("a parameterised test cannot be run: " + e.getMessage());
      throw e;
    }
  }

  private void construct(@Nullable Object[] objects) throws Throwable {
    for (int i = 0; i < objects.length; i++) {
      MethodHandle constructor = levels.get(i).constructor();
      if (constructor != null) {
        objects[i] = i == 0 ? constructor.invoke() : constructor.invoke(objects[i - 1]);
      }
    }
  }

  private static void callAll(List<Call> calls, boolean statics, @Nullable Object[] objects)
      throws Throwable {
    callAll(calls.stream().filter(call -> call.isStatic() == statics).toList(), objects);
  }

  private static void callAll(List<Call> calls, @Nullable Object[] objects) throws Throwable {
    for (Call call : calls) {
      call.on(objects);
    }
  }
}

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

  /** What an assumption that does not hold throws: the test has nothing to say then. */
  private static final String ABORTED = "org.opentest4j.TestAbortedException";

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
   * @throws NoSuchMethodException if an object cannot be made
   * @throws IllegalArgumentException if it needs what only JUnit's own engine can do
   */
  TestMethod(Class<?> type, Method method, Copies given) throws ReflectiveOperationException {
    this.sandbox = type.getClassLoader();
    this.given = given;
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    addLevels(type, isStatic);
    this.body = new Call(Entry.handle(method), levels.size() - 1, isStatic);
    for (int i = 0; i < levels.size(); i++) {
      addLifecycle(i);
    }
    String name = type.getName() + "." + method.getName();
    JupiterNeeds.of(levels.stream().<Class<?>>map(Level::type).toList(), method)
        .ifPresent(need -> refuse(name, need));
    if (given.isNone()) {
      JupiterNeeds.ofParameters(method).ifPresent(need -> refuse(name, need));
    }
    this.argumentSets =
        given.isNone() && ArgumentSets.areFor(method) ? ArgumentSets.of(type, method) : null;
  }

  private static void refuse(String test, String reason) {
    throw new IllegalArgumentException(test + " cannot be run: " + reason);
  }

  private void addLevels(Class<?> type, boolean isStatic) throws ReflectiveOperationException {
    boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    if (inner) {
      Class<?> outer = type.getEnclosingClass();
      addLevels(outer, isStatic);
      levels.add(new Level(type, isStatic ? null : Entry.constructor(type, outer)));
    } else {
      levels.add(new Level(type, isStatic ? null : Entry.constructor(type)));
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
      throw new IllegalArgumentException(
          "%s.%s takes parameters, which an exploration cannot give a lifecycle method"
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

  /** What was thrown so far: the first, the others suppressed in it. */
  private static final class Failures {

    private @Nullable Throwable first;

    void catching(Body part) {
      try {
        part.run();
      } catch (Throwable e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }

    void rethrow() throws Throwable {
      if (first != null && !first.getClass().getName().equals(ABORTED)) {
        throw first;
      }
    }
  }
}

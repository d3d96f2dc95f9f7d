package dev.chanlint.explorer.sandbox;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The JUnit platform that the code under test brings, as a launcher uses it. It is known by name
 * only, and in each of its versions from 1.9 on: what a version wants beyond the first is given to
 * it by the types of its parameters.
 */
final class JUnitPlatform {

  private static final String API = "org.junit.platform.engine.";

  /** What begins the names of methods that a request has to have though they are default ones. */
  private static final String OUTPUT = "getOutputDirectory";

  private final ClassLoader sandbox;

  JUnitPlatform(ClassLoader sandbox) {
    this.sandbox = sandbox;
  }

  /** Whether a class is there. */
  boolean has(String className) {
    try {
      type(className);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private Class<?> type(String className) throws ClassNotFoundException {
    return Class.forName(className, false, sandbox);
  }

  /** A new object of a class, which has a constructor without parameters. */
  Object make(String className) throws Exception {
    var constructor = type(className).getDeclaredConstructor();
    constructor.setAccessible(true);
    return unwrapped(constructor::newInstance);
  }

  /** What a method without parameters returns. */
  Object get(Object object, String name) throws Exception {
    return call(method(object.getClass(), name, 0), object);
  }

  /**
   * Has an engine look for a test.
   *
   * @param configured what a parameter of the configuration is, by its name
   * @return what it found, as the root of a tree
   */
  Object discover(
      Object engine, Class<?> type, Method test, Function<String, Optional<String>> configured)
      throws Exception {
    Class<?> selectors = type(API + "discovery.DiscoverySelectors");
    Object selector =
        call(selectors.getMethod("selectMethod", Class.class, Method.class), null, type, test);
    Object id =
        call(
            type(API + "UniqueId").getMethod("forEngine", String.class),
            null,
            get(engine, "getId"));
    Object request =
        proxy(
            type(API + "EngineDiscoveryRequest"),
            method -> !method.isDefault() || method.getName().startsWith(OUTPUT),
            (method, arguments) ->
                switch (method.getName()) {
                  case "getSelectorsByType" ->
                      ((Class<?>) arguments[0]).isInstance(selector)
                          ? List.of(selector)
                          : List.of();
                  case "getFiltersByType" -> List.of();
                  default -> given(method.getReturnType(), configured);
                });
    return call(method(engine.getClass(), "discover", 2), engine, request, id);
  }

  /**
   * Has an engine run what it found.
   *
   * @param hear hears of each event: its name and, if it has one beside the part of the tree that
   *     it is about, its detail
   */
  void execute(
      Object engine,
      Object root,
      BiConsumer<String, @Nullable Object> hear,
      Function<String, Optional<String>> configured)
      throws Exception {
    Object listener =
        proxy(
            type(API + "EngineExecutionListener"),
            method -> true,
            (method, arguments) -> {
              hear.accept(method.getName(), arguments.length > 1 ? arguments[1] : null);
              return null;
            });
    Method create = longest(type(API + "ExecutionRequest"), "create");
    @Nullable Object[] arguments = new Object[create.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> wanted = create.getParameterTypes()[i];
      arguments[i] =
          wanted.isInstance(root)
              ? root
              : wanted.isInstance(listener) ? listener : given(wanted, configured);
    }
    call(method(engine.getClass(), "execute", 1), engine, call(create, null, arguments));
  }

  /** What an execution ended with, if it was thrown. */
  Optional<Throwable> throwable(@Nullable Object result) {
    try {
      return result == null
          ? Optional.empty()
          : ((Optional<?>) get(result, "getThrowable")).map(Throwable.class::cast);
    } catch (Exception e) {
      throw new IllegalStateException("a result that cannot be read: " + result, e);
    }
  }

  // What the platform wants to be given

  private @Nullable Object given(Class<?> wanted, Function<String, Optional<String>> configured)
      throws Exception {
    return switch (wanted.getName().substring(wanted.getName().lastIndexOf('.') + 1)) {
      case "ConfigurationParameters" -> configuration(wanted, configured);
      case "NamespacedHierarchicalStore" -> store(wanted);
      case "CancellationToken" -> call(wanted.getMethod("disabled"), null);
      default ->
          wanted.isInterface()
              ? proxy(wanted, method -> !method.isDefault(), (method, arguments) -> null)
              : null;
    };
  }

  private Object configuration(Class<?> parameters, Function<String, Optional<String>> configured) {
    return proxy(
        parameters,
        method -> !method.isDefault(),
        (method, arguments) ->
            switch (method.getName()) {
              case "get" -> configured.apply((String) arguments[0]);
              case "getBoolean" -> configured.apply((String) arguments[0]).map(Boolean::valueOf);
              case "keySet" -> Set.of();
              default -> 0;
            });
  }

  /** That of a request in that of a session. */
  private Object store(Class<?> type) throws Exception {
    var constructor = type.getConstructor(type);
    Object session = unwrapped(() -> constructor.newInstance((Object) null));
    return unwrapped(() -> constructor.newInstance(session));
  }

  /** What stands behind the methods of an interface. */
  private interface Answer {
    @Nullable Object to(Method method, Object[] arguments) throws Exception;
  }

  private Object proxy(Class<?> type, Predicate<Method> answered, Answer answer) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              case "toString" -> type.getSimpleName();
              default ->
                  answered.test(method)
                      ? answer.to(method, arguments == null ? new Object[0] : arguments)
                      : InvocationHandler.invokeDefault(proxy, method, arguments);
            };
    return Proxy.newProxyInstance(sandbox, new Class<?>[] {type}, handler);
  }

  // Reflection

  private static Method method(Class<?> owner, String name, int parameters) {
    return Arrays.stream(owner.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == parameters && !method.isBridge())
        .findFirst()
        .orElseThrow(() -> new NeedsJupiterException(owner.getName() + " has no method " + name));
  }

  /** The one with the most parameters knows best what the version wants. */
  private static Method longest(Class<?> owner, String name) {
    return Arrays.stream(owner.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .max(Comparator.comparingInt(Method::getParameterCount))
        .orElseThrow(() -> new NeedsJupiterException(owner.getName() + " has no method " + name));
  }

  private static Object call(Method method, @Nullable Object object, @Nullable Object... arguments)
      throws Exception {
    method.setAccessible(true);
    return unwrapped(() -> method.invoke(object, arguments));
  }

  private interface Reflective {
    Object call() throws ReflectiveOperationException;
  }

  private static Object unwrapped(Reflective call) throws Exception {
    try {
      return call.call();
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case Exception exception -> throw exception;
        case null, default -> throw e;
      }
    }
  }
}

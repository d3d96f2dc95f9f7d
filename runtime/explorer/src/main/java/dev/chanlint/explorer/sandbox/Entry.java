package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.engine.Body;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where code under test begins: a {@code main} as JEP 512 looks for it, or a named method without
 * parameters, run as JUnit 5 runs a test, on a new object between the {@code @BeforeEach} and the
 * {@code @AfterEach} methods of its class.
 */
final class Entry implements Body {

  /** One call in a row. */
  private record Call(MethodHandle handle, boolean onObject, boolean withArguments) {}

  private final Optional<MethodHandle> constructor;
  private final List<Call> before = new ArrayList<>();
  private final Call body;
  private final List<Call> after = new ArrayList<>();

  private Entry(Class<?> type, Method method) throws ReflectiveOperationException {
    constructor =
        Modifier.isStatic(method.getModifiers())
            ? Optional.empty()
            : Optional.of(constructor(type));
    body = call(method);
    if (constructor.isPresent() && !method.getName().equals("main")) {
      collect(type, "BeforeEach", before);
      collect(type, "AfterEach", after);
    }
  }

  /**
   * Finds one.
   *
   * @param text the binary name of a class with a {@code main}, or {@code Class#method}
   * @throws IllegalArgumentException if there is none such; the message says what is missing
   */
  static Entry of(ClassLoader loader, String text) {
    int hash = text.indexOf('#');
    String className = hash < 0 ? text : text.substring(0, hash);
    String methodName = hash < 0 ? "main" : text.substring(hash + 1);
    try {
      Class<?> type = Class.forName(className, false, loader);
      return new Entry(type, hash < 0 ? main(type) : named(type, methodName));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no class " + e.getMessage() + " on the class path", e);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException("cannot load " + className + ": " + e, e);
    }
  }

  private static Method main(Class<?> type) throws NoSuchMethodException {
    return find(type, "main", String[].class)
        .or(() -> find(type, "main"))
        .orElseThrow(() -> new NoSuchMethodException(type.getName() + " has no main method"));
  }

  private static Method named(Class<?> type, String name) throws NoSuchMethodException {
    return find(type, name)
        .or(() -> name.equals("main") ? find(type, name, String[].class) : Optional.empty())
        .orElseThrow(
            () ->
                new NoSuchMethodException(
                    type.getName() + " has no method " + name + " without parameters"));
  }

  private static Optional<Method> find(Class<?> type, String name, Class<?>... parameters) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      Optional<Method> method =
          Arrays.stream(c.getDeclaredMethods())
              .filter(m -> m.getName().equals(name) && !m.isSynthetic())
              .filter(m -> Arrays.equals(m.getParameterTypes(), parameters))
              .findFirst();
      if (method.isPresent()) {
        return method;
      }
    }
    return Optional.empty();
  }

  private static MethodHandle constructor(Class<?> type) throws ReflectiveOperationException {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return MethodHandles.lookup().unreflectConstructor(constructor);
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodException(type.getName() + " has no constructor without parameters");
    }
  }

  private static Call call(Method method) throws IllegalAccessException {
    method.setAccessible(true);
    return new Call(
        MethodHandles.lookup().unreflect(method),
        !Modifier.isStatic(method.getModifiers()),
        method.getParameterCount() == 1);
  }

  private static void collect(Class<?> type, String annotation, List<Call> into)
      throws IllegalAccessException {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (isAnnotated(method, annotation) && method.getParameterCount() == 0) {
          into.add(call(method));
        }
      }
    }
  }

  private static boolean isAnnotated(Method method, String simpleName) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(a -> a.getName().equals("org.junit.jupiter.api." + simpleName));
  }

  /** Runs it, with no arguments. */
  @Override
  public void run() throws Throwable {
    Object object = constructor.isPresent() ? constructor.get().invoke() : null;
    for (Call call : before) {
      invoke(call, object);
    }
    try {
      invoke(body, object);
    } finally {
      for (Call call : after) {
        invoke(call, object);
      }
    }
  }

  private static void invoke(Call call, @org.jspecify.annotations.Nullable Object object)
      throws Throwable {
    try {
      if (call.onObject()) {
        if (call.withArguments()) {
          call.handle().invoke(object, new String[0]);
        } else {
          call.handle().invoke(object);
        }
      } else if (call.withArguments()) {
        call.handle().invoke(new String[0]);
      } else {
        call.handle().invoke();
      }
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}

package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.engine.Body;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds where code under test begins: a {@code main} as JEP 512 looks for it, or a test method. */
final class Entry {

  private Entry() {}

  /**
   * Finds one.
   *
   * @param text a name, as {@link EntryPoint.Named#name} has it
   * @throws IllegalArgumentException if there is none such; the message says what is missing
   */
  static Body of(ClassLoader sandbox, String text, Copies arguments) {
    int hash = text.indexOf('#');
    String className = hash < 0 ? text : text.substring(0, hash);
    try {
      Class<?> type = Class.forName(className, false, sandbox);
      String method = hash < 0 ? "main" : text.substring(hash + 1);
      return method.equals("main") ? main(type) : test(type, method, arguments);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no class " + e.getMessage() + " on the class path", e);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException("cannot load " + className + ": " + e, e);
    }
  }

  private static Body main(Class<?> type) throws ReflectiveOperationException {
    Method main =
        find(type, "main", "java.lang.String[]")
            .or(() -> find(type, "main", ""))
            .orElseThrow(() -> new NoSuchMethodException(type.getName() + " has no main method"));
    Object[] arguments =
        main.getParameterCount() == 0 ? new Object[0] : new Object[] {new String[0]};
    if (Modifier.isStatic(main.getModifiers())) {
      MethodHandle call = MethodHandles.insertArguments(handle(main), 0, arguments);
      return () -> call.invoke();
    }
    MethodHandle call = MethodHandles.insertArguments(handle(main), 1, arguments);
    MethodHandle constructor = constructor(type);
    return () -> call.invoke(constructor.invoke());
  }

  private static Body test(Class<?> type, String text, Copies arguments)
      throws ReflectiveOperationException {
    int parameters = text.indexOf('(');
    boolean bare = parameters < 0;
    String name = bare ? text : text.substring(0, parameters);
    String types = bare ? "" : text.substring(parameters + 1, text.length() - 1);
    Method method =
        find(type, name, types)
            .orElseThrow(
                () ->
                    new NoSuchMethodException(
                        type.getName()
                            + " has no method "
                            + (bare ? name + " without parameters" : text)));
    return test(type, method, arguments);
  }

  private static Body test(Class<?> type, Method method, Copies arguments)
      throws IllegalAccessException {
    try {
      return new TestMethod(type, method, arguments);
    } catch (NeedsJupiterException e) {
      String need = type.getName() + "." + method.getName() + " cannot be run: " + e.getMessage();
      if (!arguments.isNone()) {
        throw new IllegalArgumentException(need, e);
      }
      return JupiterTest.of(type, method, need);
    }
  }

  private static Optional<Method> find(Class<?> type, String name, String parameters) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      Optional<Method> method =
          Arrays.stream(c.getDeclaredMethods())
              .filter(m -> m.getName().equals(name) && !m.isSynthetic())
              .filter(m -> parameters(m).equals(parameters))
              .findFirst();
      if (method.isPresent()) {
        return method;
      }
    }
    return Optional.empty();
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(Collectors.joining(","));
  }

  static MethodHandle handle(Method method) throws IllegalAccessException {
    method.setAccessible(true);
    return MethodHandles.lookup().unreflect(method);
  }

  /**
   * The constructor that takes nothing, or the objects of these types.
   *
   * @throws NoSuchMethodException if there is none; the message says so
   */
  static MethodHandle constructor(Class<?> type, Class<?>... parameters)
      throws NoSuchMethodException, IllegalAccessException {
    try {
      var constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return MethodHandles.lookup().unreflectConstructor(constructor);
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodException(type.getName() + " has no constructor without parameters");
    }
  }
}

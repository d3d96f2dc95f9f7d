package dev.chanlint.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A program of the suite.
 *
 * @param method a public static method without parameters
 * @param holds what it shows and how it ends
 */
public record Case(Method method, Holds holds) {

  private static final List<Class<?>> GROUPS =
      List.of(
          ChannelCases.class,
          ClosingCases.class,
          NilCases.class,
          SelectCases.class,
          SelectStressCases.class,
          ProgramCases.class,
          SyncCases.class,
          ContextCases.class,
          TimeCases.class,
          GroupCases.class);

  /**
   * The suite.
   *
   * @return every case, in a fixed order
   */
  public static List<Case> all() {
    return GROUPS.stream()
        .flatMap(
            group ->
                Arrays.stream(group.getDeclaredMethods())
                    .filter(m -> m.isAnnotationPresent(Holds.class))
                    .sorted(Comparator.comparing(Method::getName)))
        .map(Case::of)
        .toList();
  }

  private static Case of(Method method) {
    if (!Modifier.isStatic(method.getModifiers()) || !Modifier.isPublic(method.getModifiers())) {
      throw new IllegalStateException("not public static: " + method);
    }
    return new Case(method, method.getAnnotation(Holds.class));
  }

  /**
   * Whether every execution is to end in a deadlock.
   *
   * @return whether it is
   */
  public boolean deadlocks() {
    return !holds.deadlock().isEmpty();
  }

  /**
   * Whether every execution is to end by an exception that a goroutine did not catch.
   *
   * @return whether it is
   */
  public boolean panics() {
    return !holds.panic().isEmpty();
  }

  /**
   * Runs the program in the calling thread.
   *
   * @throws Exception what it throws
   */
  public void run() throws Exception {
    try {
      method.invoke(null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }

  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName()
        + "."
        + method.getName()
        + ": "
        + holds.value();
  }
}

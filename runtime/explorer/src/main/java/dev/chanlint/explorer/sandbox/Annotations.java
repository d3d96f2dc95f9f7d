package dev.chanlint.explorer.sandbox;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Annotations of code under test, by the names of their types: those that stand on an element, and
 * those that stand on the annotations there (JUnit's composed annotations).
 */
final class Annotations {

  private Annotations() {}

  /** Whether one of a type is there. */
  static boolean has(AnnotatedElement element, String type) {
    return find(element, type).isPresent();
  }

  /** The first of a type. */
  static Optional<Annotation> find(AnnotatedElement element, String type) {
    return on(element).stream().filter(one -> name(one).equals(type)).findFirst();
  }

  /** All of them, in the order of the source; the members of a container stand for it. */
  static List<Annotation> on(AnnotatedElement element) {
    List<Annotation> found = new ArrayList<>();
    collect(element, found, new HashSet<>());
    return found;
  }

  private static void collect(
      AnnotatedElement element, List<Annotation> found, Set<Class<?>> composed) {
    for (Annotation direct : element.getAnnotations()) {
      for (Annotation annotation : contained(direct).toList()) {
        found.add(annotation);
        if (composed.add(annotation.annotationType())) {
          collect(annotation.annotationType(), found, composed);
        }
      }
    }
  }

  /** What is repeated stands in a container, which a compiler puts there. */
  private static Stream<Annotation> contained(Annotation annotation) {
    return hasElement(annotation, "value")
            && element(annotation, "value", Object.class) instanceof Annotation[] members
            && members.length > 0
        ? Stream.of(members)
        : Stream.of(annotation);
  }

  /** The binary name of its type. */
  static String name(Annotation annotation) {
    return annotation.annotationType().getName();
  }

  private static boolean hasElement(Annotation annotation, String name) {
    return Stream.of(annotation.annotationType().getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(name) && method.getParameterCount() == 0);
  }

  /** Whether an element has the value that it has when the source gives none. */
  static boolean isDefault(Annotation annotation, String name) {
    return Stream.of(annotation.annotationType().getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .anyMatch(
            method -> element(annotation, name, Object.class).equals(method.getDefaultValue()));
  }

  /**
   * The value of an element.
   *
   * @throws IllegalStateException if there is none such
   */
  static <T> T element(Annotation annotation, String name, Class<T> type) {
    try {
      Method method = annotation.annotationType().getDeclaredMethod(name);
      method.setAccessible(true);
      return type.cast(method.invoke(annotation));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + name + " of " + annotation, e);
    }
  }
}

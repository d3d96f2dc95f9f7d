package dev.chanlint.explorer.sandbox;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a test needs that only JUnit's own engine gives it, which cannot run under control: it has
 * threads and a state of its own. Such a test is refused, with the reason.
 */
final class JupiterNeeds {

  private static final String API = "org.junit.jupiter.api.";
  private static final String EXTEND_WITH = API + "extension.ExtendWith";

  /** Extensions whose part the explorer plays itself. */
  private static final Set<String> PLAYED =
      Set.of(
          "org.junit.jupiter.params.ParameterizedTestExtension",
          "dev.chanlint.explorer.junit.ExploreExtension",
          "dev.chanlint.runtime.GoroutineLeakCheck");

  private JupiterNeeds() {}

  /**
   * Why it cannot be run.
   *
   * @param levels the classes that it is in, outermost first
   * @param method the test
   * @return the reason; empty if it can
   */
  static Optional<String> of(List<Class<?>> levels, Method method) {
    List<AnnotatedElement> elements =
        Stream.<AnnotatedElement>concat(
                levels.stream().flatMap(JupiterNeeds::lineage), Stream.of(method))
            .toList();
    return first(
        elements.stream().map(JupiterNeeds::extension),
        levels.stream().flatMap(JupiterNeeds::lineage).map(JupiterNeeds::field),
        Stream.of(dynamic(method), disabled(elements)));
  }

  @SafeVarargs
  private static Optional<String> first(Stream<Optional<String>>... reasons) {
    return Stream.of(reasons).flatMap(all -> all).flatMap(Optional::stream).findFirst();
  }

  /** A class with what it inherits annotations and fields from. */
  private static Stream<Class<?>> lineage(@Nullable Class<?> type) {
    return type == null || type == Object.class
        ? Stream.empty()
        : Stream.concat(
            Stream.of(type),
            Stream.concat(
                lineage(type.getSuperclass()),
                Stream.of(type.getInterfaces()).flatMap(JupiterNeeds::lineage)));
  }

  private static Optional<String> disabled(List<AnnotatedElement> elements) {
    return elements.stream().anyMatch(one -> Annotations.has(one, API + "Disabled"))
        ? Optional.of("it is disabled")
        : Optional.empty();
  }

  private static Optional<String> extension(AnnotatedElement element) {
    return Annotations.on(element).stream()
        .filter(annotation -> Annotations.name(annotation).equals(EXTEND_WITH))
        .flatMap(annotation -> Stream.of(Annotations.element(annotation, "value", Class[].class)))
        .map(Class::getName)
        .filter(Predicate.not(PLAYED::contains))
        .findFirst()
        .map(name -> "it uses the extension " + name + ", which needs JUnit's own engine");
  }

  private static Optional<String> field(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .map(JupiterNeeds::injected)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> injected(Field field) {
    if (Annotations.has(field, API + "extension.RegisterExtension")) {
      return Optional.of(
          "it registers the extension %s in %s, which needs JUnit's own engine"
              .formatted(field.getType().getName(), field.getName()));
    }
    return temporary(field);
  }

  private static Optional<String> temporary(AnnotatedElement element) {
    return Annotations.has(element, API + "io.TempDir")
        ? Optional.of("it uses @TempDir, which writes files")
        : Optional.empty();
  }

  private static Optional<String> dynamic(Method method) {
    return Annotations.has(method, API + "TestFactory")
        ? Optional.of("it is a factory of dynamic tests, which needs JUnit's own engine")
        : Optional.empty();
  }

  /** Why its parameters cannot be given to it; empty if they can, or it has none. */
  static Optional<String> ofParameters(Method method) {
    Optional<String> converted =
        first(Stream.of(method.getParameters()).map(JupiterNeeds::converted));
    return method.getParameterCount() == 0 || ArgumentSets.areFor(method)
        ? converted
        : converted.or(() -> Optional.of("it takes parameters, which JUnit's own engine gives it"));
  }

  private static Optional<String> converted(AnnotatedElement parameter) {
    Optional<String> converter =
        Annotations.on(parameter).stream()
            .map(Annotation::annotationType)
            .filter(type -> type.getName().startsWith("org.junit.jupiter.params."))
            .map(type -> "it has a parameter with @" + type.getSimpleName())
            .map(what -> what + ", which needs JUnit's own engine")
            .findFirst();
    return converter.or(() -> temporary(parameter));
  }
}

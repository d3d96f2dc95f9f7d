package dev.chanlint.explorer.sandbox;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a test needs beyond what is done here: most of it JUnit's own engine can do, see {@link
 * JupiterTest}; with some of it a test is not run at all.
 */
final class JupiterNeeds {

  private static final String API = "org.junit.jupiter.api.";
  private static final String EXTEND_WITH = API + "extension.ExtendWith";

  /** The extension whose part is played here, as JUnit's own engine would. */
  private static final String PARAMETERIZED = "org.junit.jupiter.params.ParameterizedTestExtension";

  /** Extensions whose part the explorer plays itself, which have no place in an exploration. */
  private static final Set<String> PLAYED =
      Set.of(
          "dev.chanlint.explorer.junit.ExploreExtension",
          "dev.chanlint.runtime.GoroutineLeakCheck");

  private final List<Class<?>> levels;
  private final Method method;

  /**
   * Looks at a test.
   *
   * @param levels the classes that it is in, outermost first
   * @param method its method
   */
  JupiterNeeds(List<Class<?>> levels, Method method) {
    this.levels = List.copyOf(levels);
    this.method = method;
  }

  /** Why it is not to be run; empty if it may. */
  Optional<String> refusal() {
    return first(
        Stream.of(disabled(), played()),
        Stream.concat(
                lineages().flatMap(type -> Arrays.stream(type.getDeclaredFields())),
                Stream.of(method.getParameters()))
            .map(JupiterNeeds::temporary));
  }

  /** What it needs JUnit's own engine for, its parameters apart; empty if for nothing. */
  Optional<String> ofAll() {
    return first(
        elements().map(JupiterNeeds::extension),
        lineages()
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .map(JupiterNeeds::registered),
        Stream.of(template()));
  }

  @SafeVarargs
  private static Optional<String> first(Stream<Optional<String>>... reasons) {
    return Stream.of(reasons).flatMap(all -> all).flatMap(Optional::stream).findFirst();
  }

  private Stream<AnnotatedElement> elements() {
    return Stream.concat(lineages(), Stream.of(method));
  }

  private Stream<Class<?>> lineages() {
    return levels.stream().flatMap(JupiterNeeds::lineage);
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

  private Optional<String> disabled() {
    return elements().anyMatch(one -> Annotations.has(one, API + "Disabled"))
        ? Optional.of("it is disabled")
        : Optional.empty();
  }

  /** In JUnit's own engine a part that is played here would be played too. */
  private Optional<String> played() {
    return elements().flatMap(JupiterNeeds::extensions).anyMatch(PLAYED::contains)
        ? ofAll()
        : Optional.empty();
  }

  private static Stream<String> extensions(AnnotatedElement element) {
    return Annotations.on(element).stream()
        .filter(annotation -> Annotations.name(annotation).equals(EXTEND_WITH))
        .flatMap(annotation -> Stream.of(Annotations.element(annotation, "value", Class[].class)))
        .map(Class::getName);
  }

  private static Optional<String> extension(AnnotatedElement element) {
    return extensions(element)
        .filter(name -> !PLAYED.contains(name) && !name.equals(PARAMETERIZED))
        .findFirst()
        .map(name -> "it uses the extension " + name + ", which needs JUnit's own engine");
  }

  private static Optional<String> registered(Field field) {
    return Annotations.has(field, API + "extension.RegisterExtension")
        ? Optional.of(
            "it registers the extension %s in %s, which needs JUnit's own engine"
                .formatted(field.getType().getName(), field.getName()))
        : Optional.empty();
  }

  private static Optional<String> temporary(AnnotatedElement element) {
    return Annotations.has(element, API + "io.TempDir")
        ? Optional.of("it uses @TempDir, which writes files")
        : Optional.empty();
  }

  /** A parameterised test is a template, and so is a repeated one. */
  private Optional<String> template() {
    if (Annotations.has(method, API + "TestFactory")) {
      return Optional.of("it is a factory of dynamic tests, which needs JUnit's own engine");
    }
    return Annotations.has(method, API + "TestTemplate")
            && !Annotations.has(method, API + "RepeatedTest")
            && !ArgumentSets.areFor(method)
        ? Optional.of("it is a template of tests, which needs JUnit's own engine")
        : Optional.empty();
  }

  /** Why its parameters cannot be given to it; empty if they can, or it has none. */
  Optional<String> ofParameters() {
    Optional<String> converted =
        first(Stream.of(method.getParameters()).map(JupiterNeeds::converted));
    return method.getParameterCount() == 0 || ArgumentSets.areFor(method)
        ? converted
        : converted.or(() -> Optional.of("it takes parameters, which JUnit's own engine gives it"));
  }

  private static Optional<String> converted(AnnotatedElement parameter) {
    return Annotations.on(parameter).stream()
        .map(Annotation::annotationType)
        .filter(type -> type.getName().startsWith("org.junit.jupiter.params."))
        .map(type -> "it has a parameter with @" + type.getSimpleName())
        .map(what -> what + ", which needs JUnit's own engine")
        .findFirst();
  }
}

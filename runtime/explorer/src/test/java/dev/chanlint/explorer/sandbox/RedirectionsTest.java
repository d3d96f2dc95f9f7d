package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables hold what the JDK has. */
final class RedirectionsTest {

  private final Hierarchy hierarchy =
      new Hierarchy(new ClassSource(List.of(), RedirectionsTest.class.getClassLoader()));
  private final Redirections redirections = new Redirections(hierarchy, Allowed.NOTHING);

  static Stream<String> refusedClasses() {
    return Refusals.owners().stream();
  }

  @ParameterizedTest
  @MethodSource("refusedClasses")
  void refusalsNameMethodsThatExist(String owner) throws ClassNotFoundException {
    Class<?> type = Class.forName(owner.replace('/', '.'), false, getClass().getClassLoader());
    Set<String> members =
        Stream.of(
                Arrays.stream(type.getMethods()).map(Method::getName),
                Arrays.stream(type.getDeclaredMethods()).map(Method::getName),
                Stream.of("<init>"))
            .flatMap(names -> names)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(members).containsAll(Refusals.methods(owner));
  }

  @ParameterizedTest
  @CsvSource({
    "java/lang/Thread, start, ()V, false",
    "java/lang/Thread, sleep, (J)V, true",
    "java/lang/Thread, currentThread, ()Ljava/lang/Thread;, true",
    "java/lang/String, wait, ()V, false",
    "java/util/concurrent/ThreadLocalRandom, nextInt, (I)I, false",
    "java/lang/Math, random, ()D, true",
    "java/lang/System, nanoTime, ()J, true",
    "java/time/Instant, now, ()Ljava/time/Instant;, true",
    "java/util/concurrent/locks/LockSupport, park, (Ljava/lang/Object;)V, true",
    "java/util/concurrent/Executors, newFixedThreadPool, (I)Ljava/util/concurrent/ExecutorService;, true",
  })
  void replacesWhatIsModelled(String owner, String name, String type, boolean isStatic) {
    assertThat(redirections.of(owner, name, MethodTypeDesc.ofDescriptor(type), isStatic))
        .containsInstanceOf(Redirection.Replace.class);
  }

  /** An unmodelled class added to the JDK's package is refused without anyone adding it here. */
  @Test
  void nothingOfTheConcurrencyPackagePassesUnseen() throws Exception {
    List<String> passing =
        Stream.of(
                java.util.concurrent.CountedCompleter.class,
                java.util.concurrent.SubmissionPublisher.class)
            .flatMap(c -> Arrays.stream(c.getMethods()))
            .filter(m -> m.getDeclaringClass().getName().startsWith("java.util.concurrent"))
            .filter(m -> !Set.of("equals", "hashCode", "toString").contains(m.getName()))
            .filter(m -> passes(m))
            .map(Method::toString)
            .toList();
    assertThat(passing).isEmpty();
  }

  private boolean passes(Method method) {
    MethodTypeDesc type =
        MethodTypeDesc.ofDescriptor(
            MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .descriptorString());
    return redirections
        .of(
            Hierarchy.internal(method.getDeclaringClass()),
            method.getName(),
            type,
            Modifier.isStatic(method.getModifiers()))
        .isEmpty();
  }

  static Stream<Class<?>[]> models() {
    return Redirections.models().entrySet().stream()
        .map(e -> new Class<?>[] {load(e.getKey()), e.getValue()});
  }

  private static Class<?> load(String internalName) {
    try {
      return Class.forName(internalName.replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Code that makes the JDK's class makes the model with the same arguments. */
  @ParameterizedTest
  @MethodSource("models")
  void modelsHaveTheConstructorsOfTheirClass(Class<?> jdk, Class<?> model) {
    assertThat(signatures(model)).containsAll(signatures(jdk));
  }

  private static List<String> signatures(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .map(Constructor::getParameterTypes)
        .map(Arrays::toString)
        .toList();
  }

  static Stream<Class<?>[]> replacements() {
    return Replacements.models().entrySet().stream()
        .map(e -> new Class<?>[] {load(e.getKey()), e.getValue()});
  }

  /** Code compiled against the JDK's class is linked with the model. */
  @ParameterizedTest
  @MethodSource("replacements")
  void replacementsHaveTheMembersOfTheirClass(Class<?> jdk, Class<?> model) {
    List<String> missing = new ArrayList<>(members(jdk, Replacements::rename));
    missing.removeAll(members(model, descriptor -> descriptor));
    assertThat(missing).isEmpty();
  }

  private static List<String> members(Class<?> type, UnaryOperator<String> naming) {
    Stream<String> methods =
        Arrays.stream(type.getMethods())
            .filter(m -> m.getDeclaringClass() != Object.class)
            .map(
                m ->
                    m.getName()
                        + naming.apply(
                            MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                                .descriptorString()));
    Stream<String> constructors =
        Arrays.stream(type.getConstructors())
            .map(
                c ->
                    naming.apply(
                        MethodType.methodType(void.class, c.getParameterTypes())
                            .descriptorString()));
    return Stream.concat(methods, constructors).toList();
  }

  /** Settings that the JDK's constructor keeps and nothing changes but its own setters. */
  private static final Set<String> SETTINGS =
      Set.of(
          "isFair",
          "allowCoreThreadTimeOut",
          "allowsCoreThreadTimeOut",
          "getCorePoolSize",
          "getKeepAliveTime",
          "getMaximumPoolSize",
          "getRejectedExecutionHandler",
          "getThreadFactory",
          "setCorePoolSize",
          "setKeepAliveTime",
          "setMaximumPoolSize",
          "setRejectedExecutionHandler",
          "setThreadFactory");

  static Stream<Class<?>[]> modelsOfSynchronizers() {
    return models()
        .filter(pair -> pair[0] != java.util.Random.class)
        .filter(pair -> !pair[0].getPackageName().endsWith(".atomic"));
  }

  /** What a model inherits would run the JDK's own code. */
  @ParameterizedTest
  @MethodSource("modelsOfSynchronizers")
  void modelsOverrideWhatTheJdkDeclares(Class<?> jdk, Class<?> model) {
    Set<String> inherited =
        Arrays.stream(model.getMethods())
            .filter(m -> m.getDeclaringClass() == jdk)
            .filter(m -> !Modifier.isStatic(m.getModifiers()))
            .filter(m -> !redirections.isRefusedOnModels(Hierarchy.internal(jdk), m.getName()))
            .map(Method::getName)
            .filter(name -> !SETTINGS.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(inherited).isEmpty();
  }
}

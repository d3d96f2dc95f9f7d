package dev.chanlint.explorer.sandbox;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The argument sets of a {@code @ParameterizedTest}, as its sources give them: {@code ValueSource},
 * {@code NullSource}, {@code EmptySource}, {@code EnumSource}, {@code CsvSource}, {@code
 * MethodSource}. They are made anew in each execution, by code under test where that makes them.
 */
final class ArgumentSets {

  private static final String PARAMS = "org.junit.jupiter.params.";
  private static final String PROVIDER = PARAMS + "provider.";
  private static final String ARGUMENTS = PROVIDER + "Arguments";

  /** Marks of annotations that are a source of arguments, a custom one too. */
  private static final String ARGUMENTS_SOURCE = PROVIDER + "ArgumentsSource";

  private static final Set<String> KNOWN =
      Set.of(
          PROVIDER + "ValueSource",
          PROVIDER + "NullSource",
          PROVIDER + "EmptySource",
          PROVIDER + "EnumSource",
          PROVIDER + "CsvSource",
          PROVIDER + "MethodSource");

  private final Class<?> type;
  private final Method test;
  private final List<Annotation> sources;

  private ArgumentSets(Class<?> type, Method test, List<Annotation> sources) {
    this.type = type;
    this.test = test;
    this.sources = sources;
  }

  /** Whether a test takes its arguments from such sources. */
  static boolean areFor(Method test) {
    return Annotations.has(test, PARAMS + "ParameterizedTest");
  }

  /**
   * Finds the sources.
   *
   * @param type the class of the test, which may inherit it
   * @throws NeedsJupiterException if one is of a kind that only JUnit's own engine understands
   */
  static ArgumentSets of(Class<?> type, Method test) {
    List<Annotation> sources =
        Annotations.on(test).stream()
            .filter(one -> Annotations.has(one.annotationType(), ARGUMENTS_SOURCE) || isKnown(one))
            .filter(one -> !Annotations.name(one).equals(PROVIDER + "NullAndEmptySource"))
            .toList();
    for (Annotation source : sources) {
      if (!isKnown(source)) {
        throw new NeedsJupiterException(
            "it takes its arguments from @%s, which needs JUnit's own engine"
                .formatted(source.annotationType().getSimpleName()));
      }
    }
    return new ArgumentSets(type, test, sources);
  }

  private static boolean isKnown(Annotation source) {
    return KNOWN.contains(Annotations.name(source));
  }

  /**
   * Makes them.
   *
   * @param object what factory methods that are not static are called on; null before there is one
   * @return each converted to the types of the test's parameters
   * @throws NeedsJupiterException if that is beyond what is done here; the message says what
   * @throws Throwable what a factory method of the code under test throws
   */
  List<@Nullable Object[]> make(@Nullable Object object) throws Throwable {
    List<@Nullable Object[]> sets = new ArrayList<>();
    for (Annotation source : sources) {
      for (@Nullable Object[] arguments : from(source, object)) {
        sets.add(converted(arguments));
      }
    }
    return sets;
  }

  private @Nullable Object[] converted(@Nullable Object[] arguments) throws Throwable {
    Class<?>[] parameters = test.getParameterTypes();
    if (arguments.length < parameters.length) {
      throw new NeedsJupiterException(
          "%s has %d parameters and gets %d arguments"
              .formatted(test.getName(), parameters.length, arguments.length));
    }
    @Nullable Object[] converted = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      converted[i] = ArgumentConversion.to(parameters[i], arguments[i]);
    }
    return converted;
  }

  private List<@Nullable Object[]> from(Annotation source, @Nullable Object object)
      throws Throwable {
    return switch (Annotations.name(source).substring(PROVIDER.length())) {
      case "ValueSource" -> singles(values(source));
      case "NullSource" -> singles(Arrays.asList((@Nullable Object) null));
      case "EmptySource" -> singles(List.of(empty(test.getParameterTypes()[0])));
      case "EnumSource" -> singles(constants(source));
      case "CsvSource" -> CsvLines.of(source);
      default -> produced(source, object);
    };
  }

  private static List<@Nullable Object[]> singles(List<?> values) {
    return values.stream().map(value -> new @Nullable Object[] {value}).toList();
  }

  /** The one element of the annotation that was given: {@code ints}, {@code strings}, … */
  private static List<Object> values(Annotation source) {
    return Stream.of(source.annotationType().getDeclaredMethods())
        .map(element -> Annotations.element(source, element.getName(), Object.class))
        .filter(array -> array.getClass().isArray() && Array.getLength(array) > 0)
        .flatMap(array -> elements(array).stream())
        .toList();
  }

  private static List<Object> elements(Object array) {
    return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
  }

  private static Object empty(Class<?> parameter) {
    if (parameter == String.class) {
      return "";
    } else if (parameter.isArray()) {
      return Array.newInstance(parameter.getComponentType(), 0);
    } else if (parameter.isAssignableFrom(Map.class)) {
      return Map.of();
    } else if (parameter.isAssignableFrom(Set.class) && parameter != Iterable.class) {
      return Set.of();
    } else if (parameter.isAssignableFrom(List.class)) {
      return List.of();
    }
    throw new NeedsJupiterException(
        "@EmptySource has nothing empty of type " + parameter.getName());
  }

  private List<Object> constants(Annotation source) {
    Class<?> named = Annotations.element(source, "value", Class.class);
    Class<?> type = Annotations.isDefault(source, "value") ? test.getParameterTypes()[0] : named;
    List<String> names = List.of(Annotations.element(source, "names", String[].class));
    String mode = Annotations.element(source, "mode", Enum.class).name().toUpperCase(Locale.ROOT);
    return Arrays.<Object>stream(type.getEnumConstants())
        .filter(constant -> names.isEmpty() || isChosen(((Enum<?>) constant).name(), names, mode))
        .toList();
  }

  private static boolean isChosen(String constant, List<String> names, String mode) {
    return switch (mode) {
      case "INCLUDE" -> names.contains(constant);
      case "EXCLUDE" -> !names.contains(constant);
      case "MATCH_ALL" -> names.stream().allMatch(name -> Pattern.matches(name, constant));
      case "MATCH_ANY" -> names.stream().anyMatch(name -> Pattern.matches(name, constant));
      case "MATCH_NONE" -> names.stream().noneMatch(name -> Pattern.matches(name, constant));
      default -> throw new NeedsJupiterException("@EnumSource has the mode " + mode);
    };
  }

  private List<@Nullable Object[]> produced(Annotation source, @Nullable Object object)
      throws Throwable {
    List<@Nullable Object[]> sets = new ArrayList<>();
    String[] given = Annotations.element(source, "value", String[].class);
    for (String factory : given) {
      String name = factory.isBlank() ? test.getName() : factory;
      Iterator<?> produced = iterator(call(name, object));
      while (produced.hasNext()) {
        sets.add(arguments(produced.next()));
      }
    }
    return sets;
  }

  private @Nullable Object call(String factory, @Nullable Object object) throws Throwable {
    int hash = factory.indexOf('#');
    Class<?> owner =
        hash < 0 ? type : Class.forName(factory.substring(0, hash), false, type.getClassLoader());
    String name = factory.substring(hash + 1).replaceFirst("\\(\\)$", "");
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          MethodHandle handle = Entry.handle(method);
          return handle.type().parameterCount() == 0
              ? handle.invokeWithArguments()
              : handle.invokeWithArguments(object);
        }
      }
    }
    throw new NeedsJupiterException(
        "@MethodSource names " + factory + ", and there is no such method without parameters");
  }

  private static Iterator<?> iterator(@Nullable Object produced) {
    return switch (produced) {
      case BaseStream<?, ?> stream -> stream.iterator();
      case Iterable<?> iterable -> iterable.iterator();
      case Iterator<?> iterator -> iterator;
      case Object array when array.getClass().isArray() -> elements(array).iterator();
      case null, default ->
          throw new NeedsJupiterException("@MethodSource got " + produced + ", not a stream");
    };
  }

  /** One argument stands for itself, several in an array or in JUnit's own holder. */
  private @Nullable Object[] arguments(@Nullable Object produced) throws Throwable {
    if (produced instanceof Object[] several) {
      return several;
    }
    Class<?> holder = Class.forName(ARGUMENTS, false, type.getClassLoader());
    return holder.isInstance(produced)
        ? (Object[]) Entry.handle(holder.getMethod("get")).invokeWithArguments(produced)
        : new @Nullable Object[] {produced};
  }
}

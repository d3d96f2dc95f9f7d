package dev.chanlint.explorer.sandbox;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts as arguments of other types: JUnit's implicit conversion. */
final class ArgumentConversion {

  /** The methods that make an object of a text, in the order to try them. */
  private static final List<String> FACTORIES = List.of("valueOf", "parse", "of", "fromString");

  private ArgumentConversion() {}

  /**
   * Converts a text to what a parameter takes; what is no text is left as it is.
   *
   * @throws NeedsJupiterException if there is no way; the message names the type
   * @throws Throwable what a conversion by code under test throws
   */
  static @Nullable Object to(Class<?> parameter, @Nullable Object argument) throws Throwable {
    Class<?> type = MethodType.methodType(parameter).wrap().returnType();
    if (!(argument instanceof String text) || type.isInstance(argument)) {
      return argument;
    }
    if (type == Character.class && text.length() == 1) {
      return text.charAt(0);
    }
    MethodHandle conversion = conversion(type);
    if (conversion == null) {
      throw new NeedsJupiterException(
          "a " + type.getName() + " is to be made of the argument '" + text + "'");
    }
    return conversion.invokeWithArguments(text);
  }

  private static @Nullable MethodHandle conversion(Class<?> type)
      throws ReflectiveOperationException {
    Optional<Method> factory = factory(type);
    if (factory.isPresent()) {
      return Entry.handle(factory.get());
    }
    return takesText(type) ? Entry.constructor(type, String.class) : null;
  }

  private static Optional<Method> factory(Class<?> type) {
    return FACTORIES.stream()
        .flatMap(name -> Stream.of(type.getDeclaredMethods()).filter(m -> m.getName().equals(name)))
        .filter(method -> Modifier.isStatic(method.getModifiers()) && takesText(method))
        .filter(method -> type.isAssignableFrom(method.getReturnType()))
        .findFirst();
  }

  private static boolean takesText(Method method) {
    return method.getParameterCount() == 1
        && (method.getParameterTypes()[0] == String.class
            || method.getParameterTypes()[0] == CharSequence.class);
  }

  private static boolean takesText(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers())
        && Stream.of(type.getDeclaredConstructors())
            .map(Constructor::getParameterTypes)
            .anyMatch(parameters -> parameters.length == 1 && parameters[0] == String.class);
  }
}

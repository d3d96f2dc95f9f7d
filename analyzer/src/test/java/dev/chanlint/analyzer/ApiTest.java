package dev.chanlint.analyzer;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What others program against is as it was recorded, nullness and defaults included: a line for
 * each type and each of its members. An addition takes a new line; a line that is gone or another
 * breaks those who used it, which is a decision to take, not one to slip in. {@code
 * -Dgolden.update=true} records what is there.
 */
class ApiTest {

  private static final Path FOLDER = Path.of("src/test/resources/api");

  @ParameterizedTest
  @ValueSource(
      strings = {"dev.chanlint.runtime", "dev.chanlint.explorer", "dev.chanlint.explorer.junit"})
  void isAsRecorded(String packageName) throws IOException {
    List<String> api = api(packageName);
    Path recorded = FOLDER.resolve(packageName + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.write(recorded, api);
    }
    assertThat(difference(Files.readAllLines(recorded), api))
        .as(
            "What %s offers is not what is recorded in %s: a line with - is gone, which breaks those"
                + " who used it, one with + is new. If that is meant, -Dgolden.update=true records it.",
            packageName, recorded)
        .isEmpty();
  }

  private static List<String> difference(List<String> recorded, List<String> offered) {
    return Stream.concat(
            recorded.stream().filter(line -> !offered.contains(line)).map("- "::concat),
            offered.stream().filter(line -> !recorded.contains(line)).map("+ "::concat))
        .sorted(Comparator.comparing(line -> line.substring(2)))
        .toList();
  }

  private static List<String> api(String packageName) {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(packageName)
            .stream()
            .filter(type -> type.getPackageName().equals(packageName))
            .map(JavaClass::reflect)
            .filter(ApiTest::isOffered)
            .flatMap(type -> Stream.concat(Stream.of(declaration(type)), members(type)))
            .sorted()
            .toList();
  }

  /** Whether code of another package can name it. */
  private static boolean isOffered(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return isOffered(type.getModifiers()) && (around == null || isOffered(around));
  }

  private static boolean isOffered(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String declaration(Class<?> type) {
    return type.getName()
        + ": "
        + type.toGenericString()
        + clause(" of ", variables(type))
        + clause(" extends ", superclass(type))
        + clause(" implements ", Stream.of(type.getAnnotatedInterfaces()))
        + clause(" permits ", Stream.of(type).filter(Class::isSealed).flatMap(ApiTest::permitted));
  }

  private static Stream<AnnotatedType> superclass(Class<?> type) {
    return Stream.ofNullable(type.getAnnotatedSuperclass())
        .filter(superclass -> superclass.getType() != Object.class);
  }

  private static Stream<String> permitted(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses()).map(Class::getName).sorted();
  }

  private static Stream<String> members(Class<?> type) {
    return Stream.of(
            type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
        .flatMap(Stream::of)
        .map(AccessibleObject.class::cast)
        .filter(ApiTest::isOffered)
        .map(member -> type.getName() + ": " + signature(member));
  }

  private static boolean isOffered(AccessibleObject object) {
    Member member = (Member) object;
    return isOffered(member.getModifiers()) && !member.isSynthetic();
  }

  private static String signature(AccessibleObject member) {
    return switch (member) {
      case Field field ->
          modifiers(field.getModifiers() & Modifier.fieldModifiers())
              + field.getAnnotatedType()
              + " "
              + field.getName();
      case Method method ->
          modifiers(method.getModifiers() & Modifier.methodModifiers())
              + (method.isDefault() ? "default " : "")
              + head(method)
              + method.getAnnotatedReturnType()
              + " "
              + method.getName()
              + tail(method)
              + byDefault(method.getDefaultValue());
      case Constructor<?> constructor ->
          modifiers(constructor.getModifiers() & Modifier.constructorModifiers())
              + head(constructor)
              + "new"
              + tail(constructor);
      default -> throw new IllegalArgumentException(member.toString());
    };
  }

  private static String modifiers(int modifiers) {
    return modifiers == 0 ? "" : Modifier.toString(modifiers) + " ";
  }

  private static String head(Executable executable) {
    String variables = variables(executable).collect(joining(", "));
    return variables.isEmpty() ? "" : "<" + variables + "> ";
  }

  /** With the bounds' nullness, which neither a type's nor a method's own text has. */
  private static Stream<String> variables(GenericDeclaration declaration) {
    return Arrays.stream(declaration.getTypeParameters()).map(ApiTest::variable);
  }

  private static String variable(TypeVariable<?> variable) {
    return variable.getName()
        + " extends "
        + Arrays.stream(variable.getAnnotatedBounds())
            .map(Object::toString)
            .collect(joining(" & "));
  }

  private static String tail(Executable executable) {
    return Arrays.stream(executable.getAnnotatedParameterTypes())
            .map(Object::toString)
            .collect(joining(", ", "(", executable.isVarArgs() ? ") of any number" : ")"))
        + clause(" throws ", Stream.of(executable.getAnnotatedExceptionTypes()));
  }

  private static String clause(String keyword, Stream<?> types) {
    String names = types.map(Object::toString).collect(joining(", "));
    return names.isEmpty() ? "" : keyword + names;
  }

  private static String byDefault(@Nullable Object value) {
    return value == null
        ? ""
        : " default " + (value instanceof Object[] many ? Arrays.toString(many) : value);
  }
}

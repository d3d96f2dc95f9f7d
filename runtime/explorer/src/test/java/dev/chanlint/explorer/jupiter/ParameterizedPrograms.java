package dev.chanlint.explorer.jupiter;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that print what they are given; not run by JUnit itself. */
final class ParameterizedPrograms {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void values(long number) {
    System.out.println(number);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = "x")
  void nothing(@Nullable String text) {
    System.out.println("<" + text + ">");
  }

  @ParameterizedTest
  @EmptySource
  @NullSource
  void emptyList(@Nullable List<String> list) {
    System.out.println(list);
  }

  @ParameterizedTest
  @EnumSource(
      value = TimeUnit.class,
      names = {"DAYS", "HOURS"})
  void included(TimeUnit unit) {
    System.out.println(unit);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "M.*S")
  void matched(TimeUnit unit) {
    System.out.println(unit);
  }

  @ParameterizedTest
  @CsvSource({"a, 1, SECONDS", "'b, c', 2,", "'', -3, DAYS"})
  void csv(@Nullable String text, int number, @Nullable TimeUnit unit) {
    System.out.println("<" + text + ">" + number + unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          # a comment
          1.50 | it's
          none | 'x'
          """)
  void block(@Nullable BigDecimal number, String text) {
    System.out.println(number + text);
  }

  static Stream<Arguments> pairs() {
    return Stream.of(Arguments.of(1, "a"), Arguments.of(2, "b"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void pairs(int number, String text) {
    System.out.println(number + text);
  }

  static IntStream ofTheSameName() {
    return IntStream.range(0, 3);
  }

  @ParameterizedTest
  @MethodSource
  void ofTheSameName(int number) {
    System.out.println(number);
  }

  @ParameterizedTest
  @MethodSource("dev.chanlint.explorer.jupiter.ParameterizedPrograms#ofTheSameName")
  void ofAnotherClass(int number) {
    System.out.println(number);
  }

  @RepeatedTest(5)
  void repeated() {
    System.out.println("once");
  }

  @ParameterizedTest
  @ValueSource(strings = "x")
  void inconvertible(List<String> list) {
    System.out.println(list);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/none.csv")
  void file(String text) {
    System.out.println(text);
  }

  @Test
  void info(TestInfo info) {
    System.out.println(info.getDisplayName());
  }

  @Test
  void temporaryParameter(@TempDir Path folder) {
    System.out.println(folder);
  }

  @Test
  @Disabled("not now")
  void disabled() {
    System.out.println("disabled");
  }

  @TestFactory
  Stream<DynamicTest> dynamic() {
    return Stream.of("one", "two")
        .map(name -> DynamicTest.dynamicTest(name, () -> System.out.println(name)));
  }

  /** Tells that a test begins. */
  static final class Extension implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      System.out.println("before " + context.getDisplayName());
    }
  }

  @Test
  @ExtendWith(Extension.class)
  void extended() {
    System.out.println("extended");
  }

  /** With an extension in a field. */
  static final class Registered {
    @RegisterExtension final Extension extension = new Extension();

    @Test
    void test() {
      System.out.println("registered");
    }
  }

  /** Made with what an extension gives. */
  static final class Injected {
    private final String name;

    Injected(TestInfo info) {
      this.name = info.getDisplayName();
    }

    @BeforeEach
    void begin(TestInfo info) {
      System.out.println("before " + info.getDisplayName());
    }

    @Test
    void test() {
      System.out.println("in " + name);
    }
  }

  /** With a folder in a field. */
  static final class Temporary {
    @TempDir Path folder = Path.of("");

    @Test
    void test() {
      System.out.println(folder);
    }
  }

  private ParameterizedPrograms() {}
}

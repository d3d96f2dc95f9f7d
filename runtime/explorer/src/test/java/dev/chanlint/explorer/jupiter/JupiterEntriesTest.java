package dev.chanlint.explorer.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Outcome;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** A test of the project is run as JUnit runs it, with each of its argument sets. */
@Isolated("it takes System.out")
final class JupiterEntriesTest {

  private static final String PROGRAMS = ParameterizedPrograms.class.getName();

  private static Exploration explore(String entry) throws IOException {
    return explore(entry, classPath());
  }

  private static Exploration explore(String entry, List<Path> classPath) throws IOException {
    try (Sandbox sandbox = new Sandbox(classPath)) {
      return Explorer.builder().build().explore(new SandboxWorkload(sandbox, entry, false));
    }
  }

  private static List<Path> classPath() {
    return locations(
        ParameterizedPrograms.class, Test.class, ParameterizedTest.class, Testable.class);
  }

  private static List<Path> classPathWithEngine() {
    return Stream.concat(
            classPath().stream(),
            locations(JupiterTestEngine.class, TestEngine.class, AssertionFailedError.class)
                .stream())
        .toList();
  }

  private static List<Path> locations(Class<?>... types) {
    return Stream.of(types)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .map(Path::of)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "values(long)",
        "nothing(java.lang.String)",
        "emptyList(java.util.List)",
        "included(java.util.concurrent.TimeUnit)",
        "matched(java.util.concurrent.TimeUnit)",
        "csv(java.lang.String,int,java.util.concurrent.TimeUnit)",
        "block(java.math.BigDecimal,java.lang.String)",
        "pairs(int,java.lang.String)",
        "ofTheSameName(int)",
        "ofAnotherClass(int)",
        "repeated",
      })
  void eachArgumentSetIsRunAsByJUnit(String test) throws IOException {
    Exploration exploration = explore(PROGRAMS + "#" + test);

    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).isEmpty();
    assertThat(printed(exploration))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(printedByJUnit(PROGRAMS + "#" + test));
  }

  private static Stream<String> printed(Exploration exploration) {
    return exploration.outcomes().stream().map(Outcome::output).flatMap(String::lines);
  }

  /** What JUnit itself prints for a test. */
  private static List<String> printedByJUnit(String test) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      EngineTestKit.engine("junit-jupiter").selectors(selectMethod(test)).execute();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().distinct().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#info(org.junit.jupiter.api.TestInfo)",
        "#dynamic",
        "#extended",
        "$Registered#test",
        "$Injected#test",
      })
  void whatOnlyTheEngineOfJUnitCanDoItDoes(String test) throws IOException {
    Exploration exploration = explore(PROGRAMS + test, classPathWithEngine());

    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).isEmpty();
    assertThat(printed(exploration))
        .isNotEmpty()
        .containsExactlyElementsOf(printedByJUnit(PROGRAMS + test));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#inconvertible(java.util.List) | a java.util.List is to be made of the argument 'x'",
        "#file(java.lang.String)        | it takes its arguments from @CsvFileSource",
        "#info(org.junit.jupiter.api.TestInfo) | it takes parameters",
        "#temporaryParameter(java.nio.file.Path) | it uses @TempDir",
        "#disabled                      | it is disabled",
        "#dynamic                       | it is a factory of dynamic tests",
        "#extended                      | it uses the extension",
        "$Registered#test               | it registers the extension",
        "$Temporary#test                | it uses @TempDir",
      })
  void whatOnlyTheEngineOfJUnitCanDoIsSaidWhereThereIsNone(String test, String reason)
      throws IOException {
    assertThat(reasons(PROGRAMS + test)).singleElement().asString().contains(reason);
  }

  private static List<String> reasons(String entry) throws IOException {
    try {
      return explore(entry).limits();
    } catch (IllegalArgumentException e) {
      return Arrays.asList(e.getMessage());
    }
  }
}

package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Outcome;
import dev.chanlint.explorer.sandbox.programs.Expect;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Explores each program of {@code programs} and holds it to what it says of itself. */
final class SandboxTest {

  private static final Path CLASSES =
      Path.of(SandboxTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    Path folder = CLASSES.resolve(Expect.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith("Programs.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .toList()
          .stream()
          .flatMap(SandboxTest::programsOf);
    }
  }

  private static Stream<DynamicTest> programsOf(String simpleName) {
    Class<?> type = load(Expect.class.getPackageName() + "." + simpleName);
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Expect.class))
        .sorted(Comparator.comparing(Method::getName))
        .map(
            method ->
                DynamicTest.dynamicTest(simpleName + "." + method.getName(), () -> check(method)));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, SandboxTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(Method method) throws IOException {
    Expect expected = method.getAnnotation(Expect.class);
    Exploration exploration = explore(method);
    Set<Fault> faults =
        exploration.failures().stream().map(Failure::fault).collect(Collectors.toSet());
    assertThat(faults)
        .as(() -> exploration.failures().toString())
        .containsExactlyInAnyOrder(expected.faults());
    assertThat(exploration.outcomes().stream().map(Outcome::output).map(SandboxTest::oneLine))
        .as("outputs")
        .containsOnly(expected.outputs());
    if (expected.limit().isEmpty()) {
      assertThat(exploration.limits()).isEmpty();
      assertThat(exploration.exhausted()).isTrue();
    } else {
      assertThat(exploration.exhausted()).isFalse();
      assertThat(exploration.limits()).singleElement().asString().startsWith(expected.limit());
    }
  }

  private static String oneLine(String output) {
    return output.replace('\n', '|');
  }

  private static Exploration explore(Method method) throws IOException {
    try (Sandbox sandbox = new Sandbox(List.of(CLASSES))) {
      String entry = method.getDeclaringClass().getName() + "#" + method.getName();
      return Explorer.builder().build().explore(new SandboxWorkload(sandbox, entry, false));
    }
  }
}

package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.sandbox.programs.Expect;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Explores programs that are compiled with preview features enabled, and runs them for real, in a
 * JVM that does not have them enabled. To be run at all, their class files lose the mark of it.
 */
@ResourceLock(Resources.SYSTEM_OUT)
final class PreviewTest {

  private static final String PROGRAMS = "ScopePrograms";

  @TempDir private static Path marked;
  @TempDir private static Path unmarked;
  private static URLClassLoader loader;
  private static Sandbox sandbox;

  @BeforeAll
  static void compile() throws Exception {
    URL source =
        Objects.requireNonNull(PreviewTest.class.getResource("/preview/" + PROGRAMS + ".java"));
    String classPath =
        Programs.CLASSES + File.pathSeparator + System.getProperty("java.class.path");
    List<String> arguments =
        List.of(
            "--enable-preview",
            "--release",
            "25",
            "-nowarn",
            "-proc:none",
            "-d",
            marked.toString(),
            "-cp",
            classPath,
            Path.of(source.toURI()).toString());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
    unmark();
    sandbox = new Sandbox(List.of(marked));
    loader =
        new URLClassLoader(
            new URL[] {unmarked.toUri().toURL()}, PreviewTest.class.getClassLoader());
  }

  private static void unmark() throws IOException {
    try (Stream<Path> files = Files.walk(marked)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[4]).as("the minor version of a preview class").isEqualTo((byte) -1);
        bytes[4] = 0;
        bytes[5] = 0;
        Path copy = unmarked.resolve(marked.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, bytes);
      }
    }
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
    sandbox.close();
  }

  private static Stream<Method> programs() throws ClassNotFoundException {
    return Programs.of(loader.loadClass(Expect.class.getPackageName() + "." + PROGRAMS));
  }

  @TestFactory
  Stream<DynamicTest> explored() throws ClassNotFoundException {
    return programs()
        .map(
            m ->
                DynamicTest.dynamicTest(
                    Programs.name(m), () -> SandboxTest.check(m, sandbox.copy())));
  }

  @TestFactory
  Stream<DynamicTest> runForReal() throws ClassNotFoundException {
    return programs()
        .filter(DifferentialTest::isComparable)
        .map(
            m ->
                DynamicTest.dynamicTest(
                    Programs.name(m), () -> DifferentialTest.check(m, unmarked)));
  }
}

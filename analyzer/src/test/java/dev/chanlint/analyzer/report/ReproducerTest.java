package dev.chanlint.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.chanlint.analyzer.confirm.Fixtures;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Worker;
import dev.chanlint.explorer.WorkerPool;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The test that is written compiles, fails, and passes on the program put right. */
final class ReproducerTest {

  private static final Path PROGRAMS = Path.of("..", "testdata");

  @TempDir private Path folder;

  /**
   * Kernels and seeds with an entry point of each kind and a fault of each, and how they are fixed.
   */
  @ParameterizedTest
  @CsvSource({
    "seeds/CrossedLocks.java, seeds/OrderedLocks.java",
    "seeds/WorkerWaitGroup.java, seeds/WorkerWaitGroupFixed.java",
    "kernels/etcd_6873/Buggy.java, kernels/etcd_6873/Fixed.java",
  })
  void failsUntilTheProgramIsPutRight(String buggy, String fixed) throws Exception {
    String source = Files.readString(PROGRAMS.resolve(buggy));
    String entry = entry(source, PROGRAMS.resolve(buggy));
    Path program = folder.resolve("src").resolve(simpleName(entry) + ".java");
    write(program, source);
    compile(List.of(program));
    Path test = folder.resolve("src/ReproducerOf.java");
    write(test, Reproducer.source(test, entry, failureOf(entry)));
    compile(List.of(program, test));

    Events before = run(entry);
    before.assertStatistics(events -> events.started(1).failed(1));
    assertThat(messages(before)).singleElement().asString().contains("found in 1 execution of ");

    write(program, renamed(Files.readString(PROGRAMS.resolve(fixed)), fixed, entry));
    compile(List.of(program, test));
    run(entry).assertStatistics(events -> events.started(1).succeeded(1));
  }

  private static String entry(String source, Path file) {
    String simple = String.valueOf(file.getFileName()).replace(".java", "");
    return source
        .lines()
        .filter(line -> line.startsWith("package "))
        .map(line -> line.substring("package ".length(), line.indexOf(';')) + "." + simple)
        .findFirst()
        .orElse(simple);
  }

  private static String simpleName(String entry) {
    return entry.substring(entry.lastIndexOf('.') + 1);
  }

  private static String renamed(String source, String file, String entry) {
    String simple = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
    return source.replaceAll("\\b" + simple + "\\b", simpleName(entry));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private void compile(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-g",
                "-parameters",
                "-d",
                classes().toString(),
                "-cp",
                System.getProperty("java.class.path", "")));
    sources.forEach(source -> arguments.add(source.toString()));
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
  }

  private Failure failureOf(String entry) throws InterruptedException {
    try (WorkerPool workers = new WorkerPool()) {
      Exploration exploration =
          workers.explore(
              new Worker.Target(List.of(classes()), entry, true), Worker.Budget.DEFAULT);
      return exploration.failures().getFirst();
    }
  }

  /** As a test runner would: with the classes on the class path. */
  private Events run(String entry) throws Exception {
    String before = System.getProperty("java.class.path", "");
    System.setProperty("java.class.path", classes() + File.pathSeparator + before);
    URL url = classes().toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url}, getClass().getClassLoader())) {
      String name = entry.replace(simpleName(entry), "ReproducerOf");
      return EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(loader.loadClass(name)))
          .execute()
          .testEvents();
    } finally {
      System.setProperty("java.class.path", before);
    }
  }

  private static Set<String> messages(Events events) {
    return events
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .map(Throwable::toString)
        .collect(Collectors.toSet());
  }

  @Test
  void hostileMessagesStayInTheirComment() {
    Failure failure =
        Fixtures.failure(
            Fault.PANIC,
            "x\\u000aint y; */ \n import z;",
            List.of(),
            List.of(),
            new dev.chanlint.explorer.Step[0]);
    Path file = folder.resolve("src/Hostile.java");

    String source = Reproducer.source(file, "Jobs", failure);

    assertThat(source.lines().filter(line -> line.contains("int y")))
        .allMatch(line -> line.startsWith("// "));
    assertThat(source).contains("x\\\\u000aint y");
  }

  @ParameterizedTest
  @CsvSource({"b-c.java", "class.java", "Jobs.txt", "a.b.java", ".java"})
  void aNameThatIsNoClassIsRefused(String name) {
    assertThat(Reproducer.className(Path.of(name))).isEmpty();
  }
}

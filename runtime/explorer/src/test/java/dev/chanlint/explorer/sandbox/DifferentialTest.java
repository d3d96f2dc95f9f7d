package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.sandbox.programs.Expect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs the programs for real: what the JDK is seen to do must be among what the explorer lists. The
 * other way round a few runs prove nothing. Programs with a fault are left out, for they may hang.
 */
@Isolated("it takes System.out")
final class DifferentialTest {

  private static final int MOST_RUNS = 20;
  private static final Duration SPENT = Duration.ofMillis(30);
  private static final int PATIENCE_SECONDS = 60;

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    return Programs.all().stream()
        .filter(DifferentialTest::isComparable)
        .map(method -> DynamicTest.dynamicTest(Programs.name(method), () -> check(method)));
  }

  static boolean isComparable(Method program) {
    Expect expected = program.getAnnotation(Expect.class);
    return expected.faults().length == 0
        && expected.limit().isEmpty()
        && expected.unlikeJdk().isEmpty();
  }

  private static void check(Method program) throws Exception {
    check(program, Programs.CLASSES);
  }

  /** Runs a program that is compiled to a folder. */
  static void check(Method program, Path folder) throws Exception {
    Set<String> seen = new HashSet<>();
    long end = System.nanoTime() + SPENT.toNanos();
    for (int i = 0; i < MOST_RUNS && (i == 0 || System.nanoTime() < end); i++) {
      seen.add(Programs.oneLine(run(program, folder)));
    }
    assertThat(seen).isSubsetOf(program.getAnnotation(Expect.class).outputs());
  }

  /** Runs it on classes of its own, with fresh statics; returns what it printed. */
  private static String run(Method program, Path folder) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (FreshClasses classes = new FreshClasses(folder);
        PrintStream capture = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      Method fresh =
          classes
              .loadClass(program.getDeclaringClass().getName())
              .getDeclaredMethod(program.getName());
      fresh.setAccessible(true);
      System.setOut(capture);
      CompletableFuture<Void> end = new CompletableFuture<>();
      Thread main = new Thread(() -> complete(end, fresh), "main");
      main.setDaemon(true);
      main.start();
      end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      System.setOut(before);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  private static void complete(CompletableFuture<Void> end, Method program) {
    try {
      program.invoke(null);
      end.complete(null);
    } catch (InvocationTargetException e) {
      end.completeExceptionally(e.getCause());
    } catch (IllegalAccessException | RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  /** Defines the programs anew; all else is the caller's. */
  private static final class FreshClasses extends URLClassLoader {

    private static final String PROGRAMS = Expect.class.getPackageName() + ".";

    FreshClasses(Path folder) throws IOException {
      super(
          new URL[] {folder.toUri().toURL(), Programs.CLASSES.toUri().toURL()},
          DifferentialTest.class.getClassLoader());
      setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        boolean own = name.startsWith(PROGRAMS) && findLoadedClass(name) == null;
        return own ? findClass(name) : super.loadClass(name, resolve);
      }
    }
  }
}

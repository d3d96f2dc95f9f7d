package dev.chanlint.explorer.sandbox;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Explorations that go on in one JVM at once leave one another alone: each of many short ones, of
 * programs with statics, races and all that the JDK's classes share, finds what it finds alone.
 */
@Timeout(300)
final class ConcurrentExplorationsTest {

  /** More than there are cores, so that they are interrupted anywhere. */
  private static final int AT_ONCE = 4;

  private static final List<String> CLASSES =
      List.of("ConcurrentPrograms", "RacePrograms", "StaticPrograms");

  @Test
  void findWhatEachFindsAlone() throws IOException, InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Void>> checks = new ArrayList<>();
      for (Method program : Programs.all()) {
        if (CLASSES.contains(program.getDeclaringClass().getSimpleName())) {
          checks.add(
              threads.submit(
                  () -> {
                    SandboxTest.check(program);
                    return null;
                  }));
        }
      }
      for (Future<Void> check : checks) {
        check.get();
      }
    }
  }
}

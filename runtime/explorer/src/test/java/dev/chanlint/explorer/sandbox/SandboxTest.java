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
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Explores each program of {@code programs} and holds it to what it says of itself. */
final class SandboxTest {

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    return Programs.all().stream()
        .map(method -> DynamicTest.dynamicTest(Programs.name(method), () -> check(method)));
  }

  static void check(Method method) {
    check(method, Programs.sandbox());
  }

  static void check(Method method, Sandbox sandbox) {
    Expect expected = method.getAnnotation(Expect.class);
    Exploration exploration = explore(method, sandbox);
    Set<Fault> faults =
        exploration.failures().stream().map(Failure::fault).collect(Collectors.toSet());
    assertThat(faults)
        .as(() -> exploration.failures().toString())
        .containsExactlyInAnyOrder(expected.faults());
    assertThat(exploration.outcomes().stream().map(Outcome::output).map(Programs::oneLine))
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

  private static Exploration explore(Method method, Sandbox sandbox) {
    String entry = method.getDeclaringClass().getName() + "#" + method.getName();
    return Explorer.builder()
        .maxDuration(Duration.ofMinutes(1))
        .build()
        .explore(new SandboxWorkload(sandbox, entry, false));
  }
}

package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A twin has the public members of the class that it stands for. */
class ParityTest {

  private static final String RUNTIME = "dev.chanlint.runtime.";
  private static final String MODEL = "dev.chanlint.explorer.model.";
  private static final String PACKAGES =
      "dev\\.chanlint\\.(explorer\\.model|runtime\\.engine|runtime)\\.";

  @ParameterizedTest
  @CsvSource({
    "engine.Engine, Engine",
    "engine.Alarm, Alarm",
    "engine.Cancellation, Cancellation",
    "Mutex, Mutex",
    "RWMutex, RWMutex",
    "WaitGroup, WaitGroup",
    "Cond, Cond"
  })
  void twinHasTheSameMembers(String original, String twin) throws ClassNotFoundException {
    Class<?> modelled = Class.forName(RUNTIME + original);
    Class<?> model = Class.forName(MODEL + twin);
    assertThat(members(model)).isEqualTo(members(modelled));
    assertThat(model.getModifiers()).isEqualTo(modelled.getModifiers());
    assertThat(model.getInterfaces()).isEqualTo(modelled.getInterfaces());
  }

  private static Set<String> members(Class<?> type) {
    return Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
        .flatMap(Arrays::stream)
        .filter(member -> Modifier.isPublic(member.getModifiers()))
        .map(Executable::toGenericString)
        .map(text -> text.replaceAll(PACKAGES, "").replace("synchronized ", ""))
        .collect(Collectors.toSet());
  }
}

package dev.chanlint.explorer.junit.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that are given something. */
public final class Parameters {

  @ExploreTest
  @ParameterizedTest
  @ValueSource(ints = {2, 1})
  void needsTwoPlaces(int capacity) {
    Chan<Integer> numbers = Chan.make(capacity);
    Go.go(() -> numbers.send(1));
    Go.go(() -> numbers.send(2));
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of("one", new ArrayList<>(List.of(1))),
        Arguments.of("two", new ArrayList<>(List.of(1, 2))));
  }

  @ExploreTest
  @ParameterizedTest
  @MethodSource("lists")
  void mayChangeWhatItIsGiven(String name, List<Integer> numbers) {
    int size = numbers.size();
    assertEquals(name.equals("one") ? 1 : 2, size);
    numbers.add(3);
    Chan<Integer> sum = Chan.make();
    Go.go(() -> sum.send(numbers.size()));
    assertEquals(size + 1, sum.receive());
  }

  @ExploreTest
  @ParameterizedTest
  @EnumSource(
      value = TimeUnit.class,
      names = {"DAYS", "HOURS"})
  void isGivenAConstant(TimeUnit unit) {
    assertEquals(unit, TimeUnit.valueOf(unit.name()));
  }
}

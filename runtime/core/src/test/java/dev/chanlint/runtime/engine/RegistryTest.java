package dev.chanlint.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RegistryTest {

  private final Registry registry = new Registry();

  private List<Goroutine> add(int count) {
    List<Goroutine> added =
        IntStream.range(0, count)
            .mapToObj(i -> new Goroutine(Program.OUTSIDE, i, null, () -> {}))
            .toList();
    added.forEach(g -> registry.add(g, g.id / 100));
    return added;
  }

  private List<Goroutine> met() {
    List<Goroutine> met = new ArrayList<>();
    assertThat(registry.visit(met::add)).isTrue();
    return met;
  }

  @Test
  void holdsThoseThatHaveComeAndNotGone() {
    List<Goroutine> all = add(1_000);
    List<Goroutine> even = all.stream().filter(g -> g.id % 2 == 0).toList();
    all.stream().filter(g -> g.id % 2 != 0).forEach(Registry::remove);
    assertThat(registry.size()).isEqualTo(even.size());
    assertThat(met()).containsExactlyInAnyOrderElementsOf(even);
  }

  @Test
  void forgetsWhatEveryoneHasLeftAndKeepsTheRest() {
    List<Goroutine> kept = add(3);
    for (int round = 0; round < 100; round++) {
      add(1_000).forEach(Registry::remove);
    }
    assertThat(registry.size()).isEqualTo(3);
    assertThat(met()).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(registry.blocks()).isLessThan(1_000);
  }

  @Test
  void aVisitorThatSaysNoIsShownNoMore() {
    add(100);
    List<Goroutine> met = new ArrayList<>();
    assertThat(registry.visit(g -> met.add(g) && met.size() < 5)).isFalse();
    assertThat(met).hasSize(5);
  }
}

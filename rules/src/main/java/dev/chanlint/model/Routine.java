package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine as a finding speaks of it.
 *
 * @param isMain whether it runs the entry point
 * @param spawnedAt where it was started; null for the main goroutine
 * @param spawner the function that started it; empty for the main goroutine
 * @param spawns where it and those that started it were started, outermost first
 */
public record Routine(
    boolean isMain, @Nullable Position spawnedAt, String spawner, List<Position> spawns) {

  public Routine {
    spawns = List.copyOf(spawns);
  }

  /**
   * What to call it in a message.
   *
   * @return for example {@code the goroutine started at line 12}
   */
  public String description() {
    return spawnedAt == null
        ? "the main goroutine"
        : "the goroutine started at line " + spawnedAt.line();
  }
}

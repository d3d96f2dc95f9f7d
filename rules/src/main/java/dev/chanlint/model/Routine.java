package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine as a finding speaks of it.
 *
 * @param spawnedAt where it was started; null for the first
 * @param spawner the function that started it; for the first goroutine empty, or what to call the
 *     code outside the program that it is of
 * @param spawns where it and those that started it were started, outermost first
 */
public record Routine(@Nullable Position spawnedAt, String spawner, List<Position> spawns) {

  /** Keeps copies, which nothing changes. */
  public Routine {
    spawns = List.copyOf(spawns);
  }

  /**
   * What to call it in a message.
   *
   * @return for example {@code the goroutine started at line 12}
   */
  public String description() {
    if (spawnedAt != null) {
      return "the goroutine started at line " + spawnedAt.line();
    }
    return spawner.isEmpty() ? "the main goroutine" : spawner;
  }
}

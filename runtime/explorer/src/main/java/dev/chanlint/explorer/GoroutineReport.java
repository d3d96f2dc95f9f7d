package dev.chanlint.explorer;

import java.util.List;

/**
 * A goroutine as it stood when a failure was met.
 *
 * @param id its number, 1 for main
 * @param name its name; empty if it was given none
 * @param state Go's word for it: {@code running}, {@code chan send}, {@code sync.Mutex.Lock}, …;
 *     {@code done} once ended
 * @param waitsOn the object it waits on and where that was made; empty if it does not wait
 * @param stack where it stands, innermost first, code under test only
 * @param spawnedAt where it was started, innermost first; empty for main
 */
public record GoroutineReport(
    int id, String name, String state, String waitsOn, List<Site> stack, List<Site> spawnedAt) {

  /** Copies the collections. */
  public GoroutineReport {
    stack = List.copyOf(stack);
    spawnedAt = List.copyOf(spawnedAt);
  }
}

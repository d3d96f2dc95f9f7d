package dev.chanlint.model;

import dev.chanlint.model.code.Position;

/**
 * A goroutine that still has something to say when the main goroutine has returned.
 *
 * @param routine who
 * @param spawnedAt where it was started
 * @param function in which function that is
 * @param effect the output that may be lost, or the use of what has ended
 * @param isUseAfterEnd whether it uses an object that another goroutine has closed
 */
public record Outliving(
    Routine routine, Position spawnedAt, String function, Position effect, boolean isUseAfterEnd) {}

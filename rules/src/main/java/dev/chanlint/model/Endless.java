package dev.chanlint.model;

import dev.chanlint.model.code.Position;

/**
 * A goroutine that goes on for ever after all others have ended.
 *
 * @param routine who
 * @param at where it was seen
 * @param function in which function
 * @param spawnedAt where it was started
 * @param spawner in which function that is
 * @param hasNoWayOut whether the loop it is in has no exit; else none is ever taken
 */
public record Endless(
    Routine routine,
    Position at,
    String function,
    Position spawnedAt,
    String spawner,
    boolean hasNoWayOut) {}

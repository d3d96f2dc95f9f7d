package dev.chanlint.model;

import dev.chanlint.model.code.Position;

/**
 * A goroutine that goes round a loop, without a pause and without any effect, until another one
 * does something.
 *
 * @param routine who
 * @param at what it does again and again
 * @param function in which function
 */
public record Spin(Routine routine, Position at, String function) {}

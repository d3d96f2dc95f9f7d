package dev.chanlint.model;

import dev.chanlint.model.code.Position;

/**
 * An interruption that is caught, and after which the goroutine goes on as if it had not come.
 *
 * @param at where it is caught
 * @param function in which function
 * @param type the simple name of the exception
 * @param goesOn what the goroutine then does: waits again
 */
public record Swallowed(Position at, String function, String type, Position goesOn) {}

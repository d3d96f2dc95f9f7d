package dev.chanlint.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a receive yields, Go's {@code v, ok}.
 *
 * @param value the value; null if and only if {@code ok} is false
 * @param ok true if the value was sent, false if the channel is closed and drained
 * @param <T> the type of the value
 */
public record Received<T>(@Nullable T value, boolean ok) {}

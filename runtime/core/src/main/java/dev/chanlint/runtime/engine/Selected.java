package dev.chanlint.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a select did.
 *
 * @param index the index of the communication performed, {@link Engine#DEFAULT} or {@link
 *     Engine#TIMEOUT}
 * @param value the value received; null from a closed channel and if nothing was received
 * @param ok whether a receive was performed and its value was sent; false from a closed channel
 */
public record Selected(int index, @Nullable Object value, boolean ok) {}

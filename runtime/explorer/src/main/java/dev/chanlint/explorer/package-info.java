/**
 * Runs compiled code under every schedule that matters: the API. What an exploration found is an
 * {@link Exploration}.
 */
@NullMarked
package dev.chanlint.explorer;

import org.jspecify.annotations.NullMarked;

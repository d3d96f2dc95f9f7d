package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Exploration;

/**
 * An entry point that was explored.
 *
 * @param entry the binary name of the class whose {@code main} was run
 * @param exploration what the explorer found
 */
public record Run(String entry, Exploration exploration) {}

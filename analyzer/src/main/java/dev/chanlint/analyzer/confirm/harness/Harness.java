package dev.chanlint.analyzer.confirm.harness;

import java.nio.file.Path;

/**
 * A test that was made up for a function that no entry point reaches: it calls it with small
 * arguments, each of which the explorer tries. What a harness shows can happen if somebody calls
 * the function so; what it does not show may still happen.
 *
 * @param function what it calls, for a reader
 * @param entry its name as an entry point
 * @param source its source
 * @param classes the folder of its class
 */
public record Harness(String function, String entry, String source, Path classes) {}

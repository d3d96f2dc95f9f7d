package dev.chanlint.analyzer.project;

import java.nio.file.Path;

/**
 * A source file.
 *
 * @param path its absolute, normalised path
 * @param name what the user calls it, with forward slashes: relative where the user gave a relative
 *     path
 */
public record SourceFile(Path path, String name) {}

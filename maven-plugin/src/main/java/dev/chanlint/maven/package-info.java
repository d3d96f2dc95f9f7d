/**
 * The Maven plugin: a shell for Java 17 around the analyzer, which it starts in a JVM 25 of its own
 * and whose SARIF it turns into a compiler's lines. Knows Maven and SARIF, nothing else of
 * chanlint.
 */
@NullMarked
package dev.chanlint.maven;

import org.jspecify.annotations.NullMarked;

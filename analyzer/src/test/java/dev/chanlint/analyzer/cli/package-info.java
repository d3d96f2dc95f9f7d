/** Tests of the command. */
@NullMarked
package dev.chanlint.analyzer.cli;

import org.jspecify.annotations.NullMarked;

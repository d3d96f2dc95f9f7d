/** The analyzer as a library: from sources to verdicts. */
@NullMarked
package dev.chanlint.analyzer;

import org.jspecify.annotations.NullMarked;

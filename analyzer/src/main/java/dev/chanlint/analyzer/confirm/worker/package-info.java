/** Runs explorations in worker JVMs. */
@NullMarked
package dev.chanlint.analyzer.confirm.worker;

import org.jspecify.annotations.NullMarked;

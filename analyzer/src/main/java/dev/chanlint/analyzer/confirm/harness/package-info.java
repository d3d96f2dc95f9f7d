/** Makes up tests for functions that nothing in the program calls. */
@NullMarked
package dev.chanlint.analyzer.confirm.harness;

import org.jspecify.annotations.NullMarked;

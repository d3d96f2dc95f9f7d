@NullMarked
package dev.chanlint.benchmarks.explorers;

import org.jspecify.annotations.NullMarked;

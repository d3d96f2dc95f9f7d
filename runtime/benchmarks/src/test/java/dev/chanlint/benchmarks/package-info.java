@NullMarked
package dev.chanlint.benchmarks;

import org.jspecify.annotations.NullMarked;

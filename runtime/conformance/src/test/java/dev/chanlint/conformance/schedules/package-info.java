/** Schedules from one compilation, process or strategy to another. */
@NullMarked
package dev.chanlint.conformance.schedules;

import org.jspecify.annotations.NullMarked;

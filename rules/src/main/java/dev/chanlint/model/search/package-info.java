/**
 * Runs the abstract machine under many schedules and data choices and makes observations of what
 * goes wrong: depth first, bounded by preemptions (Musuvathi and Qadeer, PLDI 2007), states seen
 * before cut off.
 */
@NullMarked
package dev.chanlint.model.search;

import org.jspecify.annotations.NullMarked;

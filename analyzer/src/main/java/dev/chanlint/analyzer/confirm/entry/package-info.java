/**
 * Where execution begins: the mains and tests of a program, which of them reach a finding, and what
 * they depend on besides the schedule.
 */
@NullMarked
package dev.chanlint.analyzer.confirm.entry;

import org.jspecify.annotations.NullMarked;

/**
 * The {@code chanlint} command: reads options, has the work done in the order sources, model,
 * rules, findings, confirmation, reports, and turns the outcome into output and an exit status.
 * Results go to standard output, progress and complaints to standard error.
 */
@NullMarked
package dev.chanlint.analyzer.cli;

import org.jspecify.annotations.NullMarked;

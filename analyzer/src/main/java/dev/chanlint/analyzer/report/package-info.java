/**
 * What was found, told to people and to tools: text, SARIF and HTML. A format is a function of a
 * {@link dev.chanlint.analyzer.report.Report}; it decides nothing. Knows verdicts, findings and the
 * records of the explorer's results; nothing of how they came about.
 */
@NullMarked
package dev.chanlint.analyzer.report;

import org.jspecify.annotations.NullMarked;

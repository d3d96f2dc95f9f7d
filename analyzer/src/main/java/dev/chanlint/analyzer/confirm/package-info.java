/**
 * From findings to verdicts: each finding's entry points are run by the explorer, and what it met
 * is held against what the rule predicted. Knows the rules, the code model and the explorer's
 * results; knows nothing of Spoon, of reports or of how the explorer works. The verdict rules are
 * in {@code docs/verdicts.md}.
 *
 * <p>This package has what its rooms hand out, and {@link
 * dev.chanlint.analyzer.confirm.Confirmation}, which leads through them:
 *
 * <ul>
 *   <li>{@code entry}: where execution begins, which of that reaches a finding, and what it depends
 *       on besides the schedule;
 *   <li>{@code harness}: tests made up for what nothing reaches;
 *   <li>{@code search}: which entry point next, with which strategy, for how long;
 *   <li>{@code worker}, {@code cache}: explorations in other JVMs, and those of earlier runs;
 *   <li>{@code judge}: what confirms what.
 * </ul>
 */
@NullMarked
package dev.chanlint.analyzer.confirm;

import org.jspecify.annotations.NullMarked;

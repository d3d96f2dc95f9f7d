/**
 * From findings to verdicts: each finding's entry points are run by the explorer, and what it met
 * is held against what the rule predicted. Knows the rules, the code model and the explorer's
 * results; knows nothing of Spoon, of reports or of how the explorer works.
 *
 * <p>The verdict rules, each held by a test of its own:
 *
 * <ol>
 *   <li>A rule that names no confirming fault makes STRUCTURAL findings; nothing is run for them.
 *   <li>A finding is CONFIRMED only by a fault that its rule names and that struck at the finding's
 *       place: {@link dev.chanlint.analyzer.confirm.Prediction} says what that means for each
 *       fault.
 *   <li>A finding is REFUTED only if every entry point that reaches it was explored to exhaustion,
 *       nothing limited any of these explorations, the primary site was executed, no fault of any
 *       kind touched a site of the finding, and the front end understood the whole program.
 *   <li>All else is UNDECIDED, and says why.
 * </ol>
 */
@NullMarked
package dev.chanlint.analyzer.confirm;

import org.jspecify.annotations.NullMarked;

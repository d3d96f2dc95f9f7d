/**
 * Holds what was explored against what rules predicted, and gives verdicts: pure functions, whose
 * rules {@code docs/verdicts.md} tells.
 */
@NullMarked
package dev.chanlint.analyzer.confirm.judge;

import org.jspecify.annotations.NullMarked;

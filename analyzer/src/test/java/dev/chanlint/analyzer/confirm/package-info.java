/** Tests of the verdicts, with findings and failures made by hand. */
@NullMarked
package dev.chanlint.analyzer.confirm;

import org.jspecify.annotations.NullMarked;

/** Tests of what confirms what, with findings and failures made by hand. */
@NullMarked
package dev.chanlint.analyzer.confirm.judge;

import org.jspecify.annotations.NullMarked;

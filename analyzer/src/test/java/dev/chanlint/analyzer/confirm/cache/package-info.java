/** Tests of what is kept from one run to the next. */
@NullMarked
package dev.chanlint.analyzer.confirm.cache;

import org.jspecify.annotations.NullMarked;

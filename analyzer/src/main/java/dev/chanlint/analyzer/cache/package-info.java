/** Results that are kept from one run to the next, by the content they were made from. */
@NullMarked
package dev.chanlint.analyzer.cache;

import org.jspecify.annotations.NullMarked;

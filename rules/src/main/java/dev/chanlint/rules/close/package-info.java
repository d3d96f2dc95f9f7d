/** Channels closed by the wrong side, too early, twice or never. */
@NullMarked
package dev.chanlint.rules.close;

import org.jspecify.annotations.NullMarked;

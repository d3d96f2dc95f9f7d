/** State shared without order. */
@NullMarked
package dev.chanlint.rules.race;

import org.jspecify.annotations.NullMarked;

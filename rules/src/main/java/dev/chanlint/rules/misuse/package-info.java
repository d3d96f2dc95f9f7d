/** The runtime used against its contract. */
@NullMarked
package dev.chanlint.rules.misuse;

import org.jspecify.annotations.NullMarked;

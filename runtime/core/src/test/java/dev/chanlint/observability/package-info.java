/** Tests of what the runtime tells of itself, from outside its packages. */
@NullMarked
package dev.chanlint.observability;

import org.jspecify.annotations.NullMarked;

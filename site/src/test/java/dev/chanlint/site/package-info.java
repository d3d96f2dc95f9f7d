/** The pages held against what they are about. */
@NullMarked
package dev.chanlint.site;

import org.jspecify.annotations.NullMarked;

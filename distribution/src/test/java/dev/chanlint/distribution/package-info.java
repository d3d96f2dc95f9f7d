@NullMarked
package dev.chanlint.distribution;

import org.jspecify.annotations.NullMarked;

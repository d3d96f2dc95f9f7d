@NullMarked
package dev.chanlint.analyzer.cache;

import org.jspecify.annotations.NullMarked;

/** A crawler with a rate limit. */
@NullMarked
package dev.chanlint.examples.crawler;

import org.jspecify.annotations.NullMarked;

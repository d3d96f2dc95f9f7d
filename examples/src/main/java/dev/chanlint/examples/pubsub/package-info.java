/** Publish and subscribe. */
@NullMarked
package dev.chanlint.examples.pubsub;

import org.jspecify.annotations.NullMarked;

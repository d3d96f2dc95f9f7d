/**
 * Channels whose own code is explored, every schedule of it, rather than replaced by a model: this
 * runtime's production engine, under another name, and those of Jox.
 */
@NullMarked
package dev.chanlint.verification.explored;

import org.jspecify.annotations.NullMarked;

/** A pipeline of stages with back-pressure. */
@NullMarked
package dev.chanlint.examples.pipeline;

import org.jspecify.annotations.NullMarked;

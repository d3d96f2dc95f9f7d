/**
 * What the analyses know of a program: objects, goroutines, operations, order, locks held. Rules
 * are queries over it.
 */
@NullMarked
package dev.chanlint.model;

import org.jspecify.annotations.NullMarked;

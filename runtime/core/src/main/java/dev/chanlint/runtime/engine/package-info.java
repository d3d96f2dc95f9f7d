/**
 * The seam between the API and what runs it. The classes here, with {@code Mutex}, {@code RWMutex},
 * {@code WaitGroup} and {@code Cond}, are the production engine. The schedule explorer loads a
 * second copy of the runtime in which just these classes are replaced by its models of the same
 * name and members, so the production engine has no hook in it.
 */
@NullMarked
package dev.chanlint.runtime.engine;

import org.jspecify.annotations.NullMarked;

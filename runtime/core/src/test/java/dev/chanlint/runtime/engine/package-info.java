/** Tests of what the engine keeps inside. */
@NullMarked
package dev.chanlint.runtime.engine;

import org.jspecify.annotations.NullMarked;

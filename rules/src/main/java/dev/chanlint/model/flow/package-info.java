/** What the code says as it stands, without a run: paths through functions and to their callers. */
@NullMarked
package dev.chanlint.model.flow;

import org.jspecify.annotations.NullMarked;

package dev.chanlint.model.search;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Program.EntryPoint;

/**
 * Where runs start.
 *
 * @param function what the first goroutine runs
 * @param kind who calls it
 */
record Start(Function function, EntryPoint.Kind kind) {

  /** Whether the process ends with the first goroutine, and all others with it. */
  boolean endsTheProcess() {
    return kind == EntryPoint.Kind.MAIN;
  }

  /** Whether it is called by code that the program is not all of. */
  boolean isFromOutside() {
    return kind == EntryPoint.Kind.OUTSIDE;
  }
}

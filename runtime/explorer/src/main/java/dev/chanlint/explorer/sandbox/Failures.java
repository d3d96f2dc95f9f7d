package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.engine.Body;
import org.jspecify.annotations.Nullable;

/** What the parts of a test threw: the first, the others suppressed in it. */
final class Failures {

  /** What an assumption that does not hold throws: the test has nothing to say then. */
  private static final String ABORTED = "org.opentest4j.TestAbortedException";

  private @Nullable Throwable first;

  /** Runs a part and keeps what it throws. */
  void catching(Body part) {
    try {
      part.run();
    } catch (Throwable e) {
      add(e);
    }
  }

  /** Keeps what was thrown. */
  void add(Throwable thrown) {
    if (first == null) {
      first = thrown;
    } else if (first != thrown) {
      first.addSuppressed(thrown);
    }
  }

  /** Throws what was thrown first, if anything was; an assumption that did not hold is nothing. */
  void rethrow() throws Throwable {
    if (first != null && !first.getClass().getName().equals(ABORTED)) {
      throw first;
    }
  }
}

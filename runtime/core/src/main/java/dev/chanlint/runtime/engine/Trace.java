package dev.chanlint.runtime.engine;

import java.lang.StackWalker.StackFrame;

/** Where things are made, which is noted only when asked for: {@code -Dchanlint.trace=true}. */
final class Trace {

  /** Whether it is asked for; constant, so that whatever is under it costs nothing if not. */
  static final boolean ON = Boolean.getBoolean("chanlint.trace");

  private static final String RUNTIME = "dev.chanlint.runtime.";

  private Trace() {}

  /** The place in the application's code that called the runtime; unknown if it has none. */
  static String callSite() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !frame.getClassName().startsWith(RUNTIME))
                    .findFirst()
                    .map(Trace::describe)
                    .orElse("unknown"));
  }

  private static String describe(StackFrame frame) {
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + "("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }
}

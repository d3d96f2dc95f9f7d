package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.GoroutinePanic;
import java.util.List;

/** Ends a process as Go does whose main program failed. */
final class ExitStatus {

  private static final int FATAL = 2;

  private ExitStatus() {}

  /**
   * If the calling thread runs the process's main method, and nobody else has said what to do with
   * an exception that it does not catch: a deadlock or panic uncaught there will end the process
   * with status 2, with the report alone on standard error. Anything else uncaught goes where it
   * went before.
   */
  static void onUncaught() {
    Thread thread = Thread.currentThread();
    if (thread.getUncaughtExceptionHandler() == thread.getThreadGroup()
        && Thread.getDefaultUncaughtExceptionHandler() == null
        && runsMain()) {
      thread.setUncaughtExceptionHandler(ExitStatus::uncaught);
    }
  }

  private static boolean runsMain() {
    List<String> methods =
        StackWalker.getInstance()
            .walk(frames -> frames.map(StackWalker.StackFrame::getMethodName).toList());
    return !Thread.currentThread().isVirtual() && methods.getLast().equals("main");
  }

  private static void uncaught(Thread thread, Throwable e) {
    if (e instanceof DeadlockError || e instanceof GoroutinePanic) {
      System.err.print(e.getMessage());
      System.err.flush();
      System.exit(FATAL);
    }
    thread.getThreadGroup().uncaughtException(thread, e);
  }
}

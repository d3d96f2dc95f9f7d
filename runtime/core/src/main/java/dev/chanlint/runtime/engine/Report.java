package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ChannelClosedException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Goroutines as text, the way Go prints them. */
final class Report {

  private static final List<String> HIDDEN =
      List.of(
          "dev.chanlint.runtime.engine.",
          "dev.chanlint.runtime.Go.",
          "java.lang.System$",
          "java.lang.Thread.",
          "java.lang.VirtualThread",
          "java.util.concurrent.locks.LockSupport.",
          "jdk.internal.");

  private Report() {}

  static String deadlock(Collection<Goroutine> goroutines) {
    return "fatal error: all goroutines are asleep - deadlock!\n\n"
        + paragraphs(goroutines, Report::stateOf);
  }

  static String panic(Goroutine dead, Throwable cause) {
    StringBuilder out = new StringBuilder("panic: ").append(describe(cause)).append("\n\n");
    appendHeading(out, dead, "running");
    appendStack(out, cause.getStackTrace());
    for (Throwable t = cause.getCause(); t != null; t = t.getCause()) {
      out.append("caused by ").append(t).append('\n');
      appendStack(out, t.getStackTrace());
    }
    return out.toString();
  }

  static String dump(Collection<Goroutine> goroutines) {
    return paragraphs(goroutines, Report::stateAndAgeOf);
  }

  private static String paragraphs(
      Collection<Goroutine> goroutines, Function<Goroutine, String> state) {
    StringBuilder out = new StringBuilder();
    for (Goroutine g : goroutines) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      appendHeading(out, g, state.apply(g));
      appendStack(out, g.thread.getStackTrace());
    }
    return out.toString();
  }

  private static void appendHeading(StringBuilder out, Goroutine g, String state) {
    out.append("goroutine ").append(g.id);
    if (g.name != null) {
      out.append(" \"").append(g.name).append('"');
    }
    out.append(" [").append(state).append("]:\n");
  }

  private static void appendStack(StringBuilder out, StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (isShown(frame)) {
        out.append("\tat ").append(withoutModule(frame)).append('\n');
      }
    }
  }

  private static boolean isShown(StackTraceElement frame) {
    String place = frame.getClassName() + "." + frame.getMethodName();
    return HIDDEN.stream().noneMatch(place::startsWith);
  }

  private static StackTraceElement withoutModule(StackTraceElement frame) {
    return new StackTraceElement(
        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
  }

  /** Go shows the message of its own panics alone, and the type of others too. */
  private static String describe(Throwable e) {
    String message = e.getMessage();
    if (message == null) {
      return e.toString();
    }
    boolean ours = e instanceof ChannelClosedException || message.startsWith("sync: ");
    return ours ? message : e.toString();
  }

  private static String stateOf(Goroutine g) {
    Wait wait = Wait.of(g.thread);
    return wait != null ? wait.state() : stateOf(g.thread);
  }

  private static String stateAndAgeOf(Goroutine g) {
    Wait wait = Wait.of(g.thread);
    return wait != null ? wait.state() + ", " + age(wait) : stateOf(g.thread);
  }

  private static String age(Wait wait) {
    Duration age = Duration.ofNanos(wait.age());
    if (age.toMinutes() > 0) {
      return age.toMinutes() + (age.toMinutes() == 1 ? " minute" : " minutes");
    }
    return age.toSeconds() > 0 ? age.toSeconds() + " s" : age.toMillis() + " ms";
  }

  private static String stateOf(Thread thread) {
    return switch (thread.getState()) {
      case NEW, RUNNABLE -> thread == Thread.currentThread() ? "running" : "runnable";
      case BLOCKED -> "synchronized";
      case WAITING, TIMED_WAITING -> "waiting";
      case TERMINATED -> "dead";
    };
  }
}

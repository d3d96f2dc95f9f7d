package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ChannelClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /**
   * How many goroutines a deadlock's report shows one by one before it takes like ones together.
   */
  private static final int ONE_BY_ONE = 100;

  /** How many frames of a stack are shown at either end, as in Go. */
  private static final int FRAMES = 50;

  private Report() {}

  /** Of goroutines in order; beyond the first, those with the same state and stack together. */
  static String deadlock(List<Goroutine> goroutines) {
    int single = Math.min(ONE_BY_ONE, goroutines.size());
    return "fatal error: all goroutines are asleep - deadlock!\n\n"
        + paragraphs(goroutines.subList(0, single), Report::stateOf)
        + Alike.group(goroutines.subList(single, goroutines.size())).stream()
            .map(alike -> "\n" + alike)
            .collect(Collectors.joining());
  }

  /** Goroutines with the same state and stack. */
  private record Alike(String state, String stack, List<Goroutine> goroutines) {

    static List<Alike> group(List<Goroutine> all) {
      Map<List<String>, Alike> groups = new LinkedHashMap<>();
      for (Goroutine g : all) {
        String state = stateOf(g);
        String stack = stackOf(g);
        groups
            .computeIfAbsent(List.of(state, stack), k -> new Alike(state, stack, new ArrayList<>()))
            .goroutines
            .add(g);
      }
      return List.copyOf(groups.values());
    }

    @Override
    public String toString() {
      return (goroutines.size() == 1 ? "goroutine " : "goroutines ")
          + numbers()
          + name()
          + " ["
          + state
          + "]:\n"
          + stack;
    }

    /** Their numbers, those that follow one another as a range. */
    private String numbers() {
      StringJoiner numbers = new StringJoiner(", ");
      int first = 0;
      for (int i = 0; i < goroutines.size(); i++) {
        long id = goroutines.get(i).id;
        if (i + 1 == goroutines.size() || goroutines.get(i + 1).id != id + 1) {
          numbers.add(first == i ? "" + id : goroutines.get(first).id + "-" + id);
          first = i + 1;
        }
      }
      return numbers.toString();
    }

    /** Their name if they have one in common. */
    private String name() {
      String name = goroutines.getFirst().name();
      return name != null && goroutines.stream().allMatch(g -> name.equals(g.name()))
          ? " \"" + name + "\""
          : "";
    }
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
      out.append(stackOf(g));
    }
    return out.toString();
  }

  /** Its stack, and where what it waits for was made if that is known. */
  private static String stackOf(Goroutine g) {
    StringBuilder out = new StringBuilder();
    appendStack(out, g.thread.getStackTrace());
    Wait wait = Wait.of(g.thread);
    if (wait != null) {
      for (Channel<?> channel : wait.channels()) {
        if (channel.madeAt() != null) {
          out.append("\tchan made at ").append(channel.madeAt()).append('\n');
        }
      }
    }
    return out.toString();
  }

  private static void appendHeading(StringBuilder out, Goroutine g, String state) {
    out.append("goroutine ").append(g.id);
    String name = g.name();
    if (name != null) {
      out.append(" \"").append(name).append('"');
    }
    out.append(" [").append(state).append("]:\n");
  }

  private static void appendStack(StringBuilder out, StackTraceElement[] stack) {
    List<StackTraceElement> shown = Arrays.stream(stack).filter(Report::isShown).toList();
    if (shown.size() <= 2 * FRAMES) {
      appendFrames(out, shown);
    } else {
      appendFrames(out, shown.subList(0, FRAMES));
      out.append("\t...").append(shown.size() - 2 * FRAMES).append(" frames elided...\n");
      appendFrames(out, shown.subList(shown.size() - FRAMES, shown.size()));
    }
  }

  private static void appendFrames(StringBuilder out, List<StackTraceElement> frames) {
    for (StackTraceElement frame : frames) {
      out.append("\tat ").append(withoutModule(frame)).append('\n');
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

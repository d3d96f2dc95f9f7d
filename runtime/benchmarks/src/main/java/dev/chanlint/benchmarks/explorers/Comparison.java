package dev.chanlint.benchmarks.explorers;

import dev.chanlint.benchmarks.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Explores every program with every tool, one after another, and prints executions a second as a
 * Markdown table, with the seconds that a whole search took. Beside them, if asked to, another
 * build of the explorer on one thread, and how many times as fast this one is.
 */
final class Comparison {

  private static final String OURS = System.getProperty("java.class.path");

  private final String seconds;
  private final @Nullable String other;

  private Comparison(String seconds, @Nullable String other) {
    this.seconds = seconds;
    this.other = other;
  }

  /**
   * Prints the table.
   *
   * @param args {@code --other CLASSES} for another build's class path, the runtime's and the
   *     explorer's; and how many seconds each figure may take, after as many to warm up: 3 if not
   *     given
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    String other = null;
    if ("--other".equals(rest.peek())) {
      rest.remove();
      other = rest.remove();
    }
    new Comparison(rest.isEmpty() ? "3" : rest.remove(), other).print();
  }

  private void print() throws IOException, InterruptedException {
    StringJoiner heading = new StringJoiner(" | ", "| ", " |").add("program").add("traces");
    StringJoiner rule = new StringJoiner(" | ", "| ", " |").add("---").add("---:");
    if (other != null) {
      heading.add("other build, executions/s").add("× other build");
      rule.add("---:").add("---:");
    }
    for (Tool tool : Tool.values()) {
      heading.add(tool.title + ", executions/s");
      rule.add("---:");
    }
    System.out.println(heading.add("whole, s").add("all cores, s").add("× Lincheck"));
    System.out.println(rule.add("---:").add("---:").add("---:"));
    for (Explored program : Explored.values()) {
      System.out.println(row(program));
    }
  }

  private String row(Explored program) throws IOException, InterruptedException {
    double[] rates = new double[Tool.values().length];
    double[] times = new double[Tool.values().length];
    double before = other == null ? 0 : rate(measure(Tool.CHANLINT, program, other()));
    for (Tool tool : Tool.values()) {
      if (tool.canExplore(program)) {
        String figures = measure(tool, program, OURS);
        rates[tool.ordinal()] = rate(figures);
        times[tool.ordinal()] = Double.parseDouble(figures.split(" ", 2)[1]);
      }
    }
    double ours = rates[Tool.CHANLINT.ordinal()];
    StringJoiner row = new StringJoiner(" | ", "| ", " |").add(program.title);
    row.add("%,d".formatted(program.traces));
    if (other != null) {
      row.add(text("%,.0f", before)).add(text("%.2f", ours / before));
    }
    for (double rate : rates) {
      row.add(text("%,.0f", rate));
    }
    row.add(text("%.3f", times[Tool.CHANLINT.ordinal()]));
    row.add(text("%.3f", times[Tool.CHANLINT_ALL_CORES.ordinal()]));
    double lincheck = rates[Tool.LINCHECK.ordinal()];
    return row.add(text("%.0f", lincheck == 0 ? 0 : ours / lincheck)).toString();
  }

  /** The other build's classes come first, and so stand in for ours. */
  private String other() {
    return other + File.pathSeparator + OURS;
  }

  private static double rate(String figures) {
    return Double.parseDouble(figures.split(" ", 2)[0]);
  }

  private static String text(String format, double figure) {
    return figure == 0 ? "–" : String.format(Locale.ROOT, format, figure);
  }

  private String measure(Tool tool, Explored program, String classPath)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Djdk.trackAllThreads=false"));
    command.addAll(tool.options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(Measurement.class.getName(), tool.name(), program.name(), seconds));
    return Processes.lines(command).getLast();
  }
}

package dev.chanlint.benchmarks.explorers;

import dev.chanlint.benchmarks.Processes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Explores every program with every tool, one after another, and prints executions a second as a
 * Markdown table, with the seconds that a whole search took.
 */
final class Comparison {

  private Comparison() {}

  /**
   * Prints the table.
   *
   * @param args how many seconds each figure may take, after as many to warm up; 3 if not given
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    String seconds = args.length == 0 ? "3" : args[0];
    StringJoiner heading = new StringJoiner(" | ", "| ", " |").add("program").add("traces");
    StringJoiner rule = new StringJoiner(" | ", "| ", " |").add("---").add("---:");
    for (Tool tool : Tool.values()) {
      heading.add(tool.title + ", executions/s");
      rule.add("---:");
    }
    heading.add("whole, s").add("all cores, s").add("× Lincheck").add("× Fray");
    System.out.println(heading);
    System.out.println(rule.add("---:").add("---:").add("---:").add("---:"));
    for (Explored program : Explored.values()) {
      System.out.println(row(program, seconds));
    }
  }

  private static String row(Explored program, String seconds)
      throws IOException, InterruptedException {
    double[] rates = new double[Tool.values().length];
    double[] times = new double[Tool.values().length];
    for (Tool tool : Tool.values()) {
      if (tool.canExplore(program)) {
        String[] figures = measure(tool, program, seconds).split(" ", 2);
        rates[tool.ordinal()] = Double.parseDouble(figures[0]);
        times[tool.ordinal()] = Double.parseDouble(figures[1]);
      }
    }
    StringJoiner row = new StringJoiner(" | ", "| ", " |").add(program.title);
    row.add("%,d".formatted(program.traces));
    for (double rate : rates) {
      row.add(text("%,.0f", rate));
    }
    row.add(text("%.3f", times[Tool.CHANLINT.ordinal()]));
    row.add(text("%.3f", times[Tool.CHANLINT_ALL_CORES.ordinal()]));
    row.add(ratio(rates, Tool.LINCHECK));
    return row.add(ratio(rates, Tool.FRAY)).toString();
  }

  private static String ratio(double[] rates, Tool peer) {
    double other = rates[peer.ordinal()];
    return text("%.1f", other == 0 ? 0 : rates[Tool.CHANLINT.ordinal()] / other);
  }

  private static String text(String format, double figure) {
    return figure == 0 ? "–" : String.format(Locale.ROOT, format, figure);
  }

  private static String measure(Tool tool, Explored program, String seconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(tool.java().toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Djdk.trackAllThreads=false"));
    command.addAll(tool.options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Measurement.class.getName(), tool.name(), program.name(), seconds));
    return Processes.lines(command).getLast();
  }
}

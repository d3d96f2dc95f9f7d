package dev.chanlint.benchmarks.explorers;

import static java.util.stream.Collectors.joining;

import dev.chanlint.benchmarks.Processes;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explores every program with every contestant, one after another, and prints executions a second
 * as a Markdown table, with the seconds that a whole search took, and how many times as fast the
 * first of ours is as each peer.
 */
final class Comparison {

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** Those that come to an end of their own, so that what a whole search takes says something. */
  private static final Set<Tool> SEARCHING = Set.of(Tool.CHANLINT, Tool.CHANLINT_ALL_CORES);

  /**
   * A tool of some build.
   *
   * @param title what the table calls it
   * @param classPath where its classes are, and the programs
   */
  private record Contestant(String title, Tool tool, String classPath) {
    static Contestant of(Tool tool) {
      return new Contestant(tool.title, tool, CLASS_PATH);
    }
  }

  /**
   * What was measured of one.
   *
   * @param rate executions a second; 0 if there are none
   * @param seconds what the last search took; 0 if there is none
   */
  private record Figures(Contestant of, double rate, double seconds) {
    static Figures none(Contestant contestant) {
      return new Figures(contestant, 0, 0);
    }
  }

  private final String seconds;
  private final List<Contestant> ours;
  private final List<Contestant> peers;

  private Comparison(String seconds, List<Contestant> ours, List<Contestant> peers) {
    this.seconds = seconds;
    this.ours = ours;
    this.peers = peers;
  }

  /** The explorer, on one core and on all, beside other tools; so many seconds for each figure. */
  static Comparison withTools(String seconds) {
    return new Comparison(
        seconds,
        List.of(Contestant.of(Tool.CHANLINT), Contestant.of(Tool.CHANLINT_ALL_CORES)),
        List.of(Contestant.of(Tool.LINCHECK), Contestant.of(Tool.FRAY)));
  }

  /**
   * The explorer of this build beside that of another, each with its own runtime and libraries;
   * only the programs and what measures are the same.
   *
   * @param classPath the other explorer and all that it needs
   */
  static Comparison withBuild(String classPath, String seconds) {
    String programs = Tool.classes().toString();
    Contestant other =
        new Contestant(
            "chanlint, other build", Tool.CHANLINT, programs + File.pathSeparator + classPath);
    return new Comparison(seconds, List.of(Contestant.of(Tool.CHANLINT)), List.of(other));
  }

  /**
   * Prints the table.
   *
   * @param args how many seconds each figure may take, after as many to warm up; and the class path
   *     of another build of the explorer, to measure this one beside that instead of beside other
   *     tools
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Comparison comparison = args.length == 1 ? withTools(args[0]) : withBuild(args[1], args[0]);
    System.out.println(comparison.heading());
    for (Explored program : Explored.values()) {
      System.out.println(comparison.row(program));
    }
  }

  /** The head of the table: two lines. */
  String heading() {
    List<String> names = new ArrayList<>(List.of("program", "traces"));
    List<Contestant> all = Stream.concat(ours.stream(), peers.stream()).toList();
    all.forEach(contestant -> names.add(contestant.title + ", executions/s"));
    all.stream()
        .filter(contestant -> SEARCHING.contains(contestant.tool))
        .forEach(contestant -> names.add(contestant.title + ", s"));
    peers.forEach(peer -> names.add("× " + peer.title));
    return line(names) + "\n| --- |" + " ---: |".repeat(names.size() - 1);
  }

  /** Measures all on one program; returns a line of the table. */
  String row(Explored program) throws IOException, InterruptedException {
    List<Figures> measured = new ArrayList<>();
    for (Contestant contestant : ours) {
      measured.add(measure(contestant, program));
    }
    for (Contestant peer : peers) {
      measured.add(measurePeer(peer, program));
    }
    List<String> cells = new ArrayList<>();
    cells.add(program.title);
    cells.add("%,d".formatted(program.traces));
    measured.forEach(figures -> cells.add(text("%,.0f", figures.rate)));
    measured.stream()
        .filter(figures -> SEARCHING.contains(figures.of.tool))
        .forEach(figures -> cells.add(text("%.3f", figures.seconds)));
    double rate = measured.getFirst().rate;
    measured.stream()
        .skip(ours.size())
        .forEach(peer -> cells.add(text("%.2f", peer.rate == 0 ? 0 : rate / peer.rate)));
    return line(cells);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(joining(" | ", "| ", " |"));
  }

  private static String text(String format, double figure) {
    return figure == 0 ? "–" : String.format(Locale.ROOT, format, figure);
  }

  /**
   * A peer that fails, as an old build does that has not yet what is called here, has no figures:
   * what it had to say it has said on standard error.
   */
  private Figures measurePeer(Contestant peer, Explored program) throws InterruptedException {
    try {
      return peer.tool.canExplore(program) ? measure(peer, program) : Figures.none(peer);
    } catch (IOException e) {
      System.err.println(peer.title + ", " + program.title + ": " + e.getMessage());
      return Figures.none(peer);
    }
  }

  private Figures measure(Contestant contestant, Explored program)
      throws IOException, InterruptedException {
    Tool tool = contestant.tool;
    List<String> command = new ArrayList<>();
    command.add(tool.java().toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Djdk.trackAllThreads=false"));
    command.addAll(tool.options());
    command.addAll(List.of("-cp", contestant.classPath, Measurement.class.getName()));
    command.addAll(List.of(tool.name(), program.name(), seconds));
    String[] figures = Processes.lines(command).getLast().split(" ", 2);
    return new Figures(contestant, Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
  }
}

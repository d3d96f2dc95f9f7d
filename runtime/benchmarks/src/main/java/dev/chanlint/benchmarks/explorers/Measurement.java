package dev.chanlint.benchmarks.explorers;

/**
 * Measures one tool on one program, in a JVM of its own: explores again and again until it is warm,
 * and then as long again.
 */
final class Measurement {

  private Measurement() {}

  /** Prints executions a second, and the seconds that the last exploration took. */
  public static void main(String[] args) {
    Tool tool = Tool.valueOf(args[0]);
    Explored program = Explored.valueOf(args[1]);
    double seconds = Double.parseDouble(args[2]);
    repeat(tool, program, seconds);
    System.out.println(repeat(tool, program, seconds));
    // What an explorer has left running does not matter.
    System.exit(0);
  }

  private static String repeat(Tool tool, Explored program, double seconds) {
    long executions = 0;
    double last = 0;
    double all = 0;
    while (all < seconds) {
      long begin = System.nanoTime();
      executions += tool.explore(program, tool.atOnce);
      last = (System.nanoTime() - begin) / 1e9;
      all += last;
    }
    return executions / all + " " + last;
  }
}

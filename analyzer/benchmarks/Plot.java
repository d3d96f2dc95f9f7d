import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws what {@code large} measured: CPU seconds by lines, both on logarithmic scales, one line for
 * {@code javac}, one for checks of which the concurrent part grows with the whole, one for checks
 * of which it stays.
 *
 * <p>{@code java Plot.java FIGURES.csv SCALE.svg}
 */
final class Plot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 60;
  private static final int BOTTOM = 50;
  private static final int MARGIN = 20;

  private static final int FEWEST_LINES = 10_000;
  private static final int MOST_LINES = 1_000_000;
  private static final int FEWEST_SECONDS = 1;
  private static final int MOST_SECONDS = 1_000;

  private Plot() {}

  /** One application: what of the columns is drawn. */
  private record Row(String series, double lines, int concurrent, double javac, double check) {

    static Row of(String line) {
      String[] columns = line.split(",");
      return new Row(
          columns[0],
          Double.parseDouble(columns[1]),
          Integer.parseInt(columns[2]),
          Double.parseDouble(columns[3]),
          Double.parseDouble(columns[6]));
    }
  }

  private record Point(double lines, double seconds) {

    String at() {
      return String.format(Locale.ROOT, "%.1f,%.1f", x(lines), y(seconds));
    }
  }

  public static void main(String[] args) throws IOException {
    List<Row> rows = Files.readAllLines(Path.of(args[0])).stream().map(Row::of).toList();
    List<Row> share = rows.stream().filter(row -> row.series().equals("share")).toList();
    List<Row> fixed = rows.stream().filter(row -> row.series().equals("fixed")).toList();
    String lines =
        line("javac", "#777", share.stream().map(r -> new Point(r.lines(), r.javac())).toList())
            + line(
                "check, 2 % of the lines concurrent",
                "#b5482a",
                share.stream().map(r -> new Point(r.lines(), r.check())).toList())
            + line(
                "check, %,d lines concurrent".formatted(fixed.getLast().concurrent()),
                "#2a6fb5",
                fixed.stream().map(r -> new Point(r.lines(), r.check())).toList());
    Files.writeString(Path.of(args[1]), picture(axes() + lines));
  }

  private static String picture(String content) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <title>CPU seconds of a check by lines of the application</title>
        <rect width="100%%" height="100%%" fill="white"/>
        %s</svg>
        """
        .formatted(WIDTH, HEIGHT, content);
  }

  private static String axes() {
    StringBuilder axes = new StringBuilder();
    for (int lines = FEWEST_LINES; lines <= MOST_LINES; lines *= 10) {
      axes.append(rule(x(lines), y(FEWEST_SECONDS), x(lines), y(MOST_SECONDS)))
          .append(text(x(lines), HEIGHT - BOTTOM + 18, "middle", "#333", "%,d lines".formatted(lines)));
    }
    for (int seconds = FEWEST_SECONDS; seconds <= MOST_SECONDS; seconds *= 10) {
      axes.append(rule(x(FEWEST_LINES), y(seconds), x(MOST_LINES), y(seconds)))
          .append(text(LEFT - 6, y(seconds) + 4, "end", "#333", "%,d s".formatted(seconds)));
    }
    return axes.toString();
  }

  private static String rule(double fromX, double fromY, double toX, double toY) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
        fromX, fromY, toX, toY);
  }

  private static String line(String name, String colour, List<Point> points) {
    Point last = points.getLast();
    String path = points.stream().map(Point::at).collect(Collectors.joining(" "));
    String dots =
        points.stream()
            .map(Point::at)
            .map(at -> at.split(","))
            .map("<circle cx=\"%1$s\" cy=\"%2$s\" r=\"3\" fill=\"COLOUR\"/>%n"::formatted)
            .collect(Collectors.joining())
            .replace("COLOUR", colour);
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
            .formatted(path, colour)
        + dots
        + text(x(last.lines()) - 8, y(last.seconds()) - 8, "end", colour, name);
  }

  private static String text(double x, double y, String anchor, String colour, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, colour, words);
  }

  private static double x(double lines) {
    return LEFT + (WIDTH - LEFT - MARGIN) * share(lines, FEWEST_LINES, MOST_LINES);
  }

  private static double y(double seconds) {
    return HEIGHT
        - BOTTOM
        - (HEIGHT - BOTTOM - MARGIN) * share(seconds, FEWEST_SECONDS, MOST_SECONDS);
  }

  /** How far between two values another is, on a logarithmic scale. */
  private static double share(double value, double least, double most) {
    return Math.log(value / least) / Math.log(most / least);
  }
}

package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.model.code.Position;
import java.util.List;

/** A line of source with carets under the part that is meant. */
final class Snippet {

  private static final int TAB = 4;

  private final SourceLines sources;
  private final Painter painter;

  Snippet(SourceLines sources, Painter painter) {
    this.sources = sources;
    this.painter = painter;
  }

  /** The line and the carets; nothing if the file cannot be read. */
  List<String> of(Position at) {
    return sources.line(at.file(), at.line()).map(line -> of(at, line)).orElse(List.of());
  }

  private List<String> of(Position at, String line) {
    Stretch meant = Stretch.of(at, line);
    String number = String.format("%5d | ", at.line());
    String blank = " ".repeat(number.length() - 2) + "| ";
    String carets =
        " ".repeat(width(line.substring(0, meant.begin())))
            + "^"
                .repeat(
                    Math.max(1, width(line.substring(meant.begin(), meant.end()).stripTrailing())));
    return List.of(
        painter.paint(Style.FAINT, number) + expanded(line).stripTrailing(),
        painter.paint(Style.FAINT, blank) + painter.paint(Style.MARK, carets));
  }

  private static String expanded(String line) {
    StringBuilder text = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                text.repeat(' ', TAB - text.length() % TAB);
              } else {
                text.appendCodePoint(Printable.isSeenAsItself(c) ? c : '?');
              }
            });
    return text.toString();
  }

  private static int width(String text) {
    return expanded(text).length();
  }
}

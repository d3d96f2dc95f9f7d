package dev.chanlint.analyzer.cli;

import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in Markdown, laid out for a terminal: headings, paragraphs, lists and code. */
final class MarkdownText {

  private static final int WIDTH = 80;
  private static final String FENCE = "```";
  private static final Pattern INLINE_CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");

  private final Painter painter;
  private final List<String> lines = new ArrayList<>();
  private final List<String> paragraph = new ArrayList<>();

  private MarkdownText(Painter painter) {
    this.painter = painter;
  }

  /** Renders a page. */
  static String render(String page, Painter painter) {
    MarkdownText text = new MarkdownText(painter);
    text.read(page.lines().toList());
    return String.join("\n", text.lines) + "\n";
  }

  private void read(List<String> source) {
    boolean code = false;
    for (String line : source) {
      if (line.startsWith(FENCE)) {
        endParagraph();
        code = !code;
      } else if (code) {
        lines.add("    " + painter.paint(Style.CODE, line));
      } else {
        readProse(line);
      }
    }
    endParagraph();
  }

  private void readProse(String line) {
    if (line.isBlank()) {
      endParagraph();
      if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
        lines.add("");
      }
    } else if (line.startsWith("#")) {
      endParagraph();
      lines.add(painter.paint(Style.HEADING, line.replaceFirst("^#+ *", "")));
    } else {
      if (line.stripLeading().startsWith("- ")) {
        endParagraph();
      }
      paragraph.add(line.strip());
    }
  }

  private void endParagraph() {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = String.join(" ", paragraph);
    paragraph.clear();
    String indent = text.startsWith("- ") ? "  " : "";
    wrapped(LINK.matcher(text).replaceAll("$1 ($2)"), indent).forEach(this::addProse);
  }

  private static List<String> wrapped(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" +")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private void addProse(String line) {
    String code =
        INLINE_CODE.matcher(line).replaceAll(match -> paintedGroup(Style.CODE, match.group(1)));
    lines.add(
        STRONG.matcher(code).replaceAll(match -> paintedGroup(Style.HEADING, match.group(1))));
  }

  private String paintedGroup(Style style, String text) {
    return Matcher.quoteReplacement(painter.paint(style, text));
  }
}

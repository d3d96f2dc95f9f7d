package dev.chanlint.analyzer.lsp;

import java.util.BitSet;
import java.util.List;

/** The lines of a source, and which of them begin or end in code: a comment can be put there. */
final class CodeLines {

  private static final String TEXT_BLOCK = "\"\"\"";

  private final String text;
  private final List<String> lines;
  private final BitSet begins = new BitSet();
  private final BitSet ends = new BitSet();
  private int at;
  private int line;

  CodeLines(String source) {
    text = source + "\n";
    lines = text.lines().toList();
    scan();
  }

  /** A line, from 0; empty if there is none. */
  String line(int number) {
    return number >= 0 && number < lines.size() ? lines.get(number) : "";
  }

  /** Whether a line, from 0, begins in code, and not in the midst of a comment or a text block. */
  boolean beginsInCode(int number) {
    return begins.get(number);
  }

  /** Whether a line, from 0, ends in code, and not in a text block or with a comment. */
  boolean endsInCode(int number) {
    return ends.get(number);
  }

  /** What ends the source's lines. */
  String lineEnd() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private void scan() {
    begins.set(0);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        at = text.indexOf('\n', at);
        endLine(false);
      } else if (text.startsWith("/*", at)) {
        skipTo("*/", 2);
      } else if (text.startsWith(TEXT_BLOCK, at)) {
        skipTo(TEXT_BLOCK, TEXT_BLOCK.length());
      } else if (c == '"' || c == '\'') {
        skipLiteral(c);
      } else if (c == '\n') {
        endLine(true);
      } else {
        at++;
      }
    }
  }

  private void endLine(boolean inCode) {
    ends.set(line, inCode);
    at++;
    line++;
    begins.set(line);
  }

  /** Over a comment or a text block: the lines that begin in it do not begin in code. */
  private void skipTo(String end, int opening) {
    at += opening;
    while (at < text.length() && !text.startsWith(end, at)) {
      skipCharacter(end.equals(TEXT_BLOCK));
    }
    at += end.length();
  }

  /** Over a character, or what is escaped. */
  private void skipCharacter(boolean escapes) {
    if (escapes && text.charAt(at) == '\\' && text.charAt(at + 1) != '\n') {
      at++;
    }
    line += text.charAt(at) == '\n' ? 1 : 0;
    at++;
  }

  private void skipLiteral(char quote) {
    at++;
    while (text.charAt(at) != quote && text.charAt(at) != '\n') {
      skipCharacter(true);
    }
    at += text.charAt(at) == quote ? 1 : 0;
  }
}

package dev.chanlint.analyzer.report;

import java.util.HashMap;
import java.util.Map;

/**
 * The fingerprints of a text's lines that code scanning knows as {@code primaryLocationLineHash}: a
 * rolling hash by powers of 37, modulo 2<sup>64</sup>, over the 100 characters from the line's
 * start on, blanks and tabs left out, then how often that hash was met in the file so far. Lines
 * that move keep theirs.
 */
final class LineHashes {

  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final long LEAVING = power();
  private static final char END = 0xffff;

  private final char[] window = new char[WINDOW];
  private final int[] lineStarting = new int[WINDOW];
  private final Map<Integer, String> hashes = new HashMap<>();
  private final Map<String, Integer> met = new HashMap<>();
  private long hash;
  private int next;

  private LineHashes() {}

  private static long power() {
    long power = 1;
    for (int i = 0; i < WINDOW; i++) {
      power *= BASE;
    }
    return power;
  }

  /** The fingerprints of a text's lines by number, from 1. */
  static Map<Integer, String> of(String text) {
    LineHashes hashes = new LineHashes();
    hashes.read(text.replace("\r\n", "\n").replace('\r', '\n') + END);
    return hashes.hashes;
  }

  private void read(String text) {
    int line = 0;
    boolean starts = true;
    for (char c : text.toCharArray()) {
      if (c == ' ' || c == '\t') {
        continue;
      }
      settle();
      if (starts) {
        lineStarting[next] = ++line;
      }
      starts = c == '\n';
      push(c);
    }
    for (int i = 0; i < WINDOW; i++) {
      settle();
      push('\0');
    }
  }

  /**
   * The character about to leave the window may be a line's first: then the line's hash is whole.
   */
  private void settle() {
    int line = lineStarting[next];
    if (line > 0) {
      String hex = Long.toHexString(hash);
      hashes.put(line, hex + ":" + met.merge(hex, 1, Integer::sum));
      lineStarting[next] = 0;
    }
  }

  private void push(char c) {
    hash = BASE * hash + c - LEAVING * window[next];
    window[next] = c;
    next = (next + 1) % WINDOW;
  }
}

package dev.chanlint.analyzer.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change to a text.
 *
 * @param kind what is done
 * @param at where, in ten-thousandths of the text
 * @param size how much of it; also which, where there are several
 */
public record TextEdit(Kind kind, int at, int size) {

  private static final int WHOLE = 10_000;

  /** What would become longer stays as it is. */
  private static final int LONGEST = 1 << 20;

  private static final Pattern LINE = Pattern.compile("(?<=\n)");
  private static final Pattern TOKEN = Pattern.compile("(?<=\\W)|(?=\\W)");

  /** What to insert where nobody expects it. */
  private static final List<String> ODD =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          ";",
          ",",
          ".",
          "\"",
          "'",
          "\"\"\"",
          "/*",
          "*/",
          "//",
          "\\",
          "\\u",
          "\\u0022",
          "\\u000a",
          "\\uD800",
          "\0",
          "\u001a",
          "\uFEFF",
          "\r",
          "\u2028",
          "\uD800",
          "\uDBFF\uDFFF",
          "\u202E",
          "@",
          "@@",
          "->",
          "::",
          "_",
          "...",
          "?",
          ">>>=",
          "0x",
          "1e",
          "1e999",
          "-1",
          "0",
          "99999999999999999999",
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "=",
          "=\"\"\"",
          "[[",
          "]]",
          "#",
          "1970-01-01",
          "yield",
          "record R()",
          "sealed",
          "permits",
          "when true",
          "case _ ->",
          "default",
          "var",
          "synchronized",
          "module",
          "import module java.base;",
          "package p;",
          "this",
          "super()",
          "return;",
          "break x;",
          "throw null;",
          "assert",
          "class C {",
          "() -> {",
          "new Object() {",
          "switch (0) {",
          "@interface A {",
          "enum E { A {} }",
          "\\{",
          "goto",
          "non-sealed",
          "(".repeat(2_000),
          "{".repeat(2_000),
          "[".repeat(20_000),
          "{\"a\":".repeat(20_000),
          "a.".repeat(20_000),
          "<".repeat(2_000),
          "-".repeat(10_000),
          "x".repeat(100_000),
          "\n".repeat(20_000));

  /** What is done to a text. */
  public enum Kind {
    /** The rest is gone. */
    TRUNCATE,
    /** What is before is gone. */
    BEHEAD,
    /** Lines are gone. */
    DROP_LINES,
    /** Lines come twice. */
    REPEAT_LINES,
    /** Lines come in another order. */
    SHUFFLE_LINES,
    /** Tokens are gone. */
    DROP_TOKENS,
    /** Tokens come twice. */
    REPEAT_TOKENS,
    /** Tokens come in another order. */
    SHUFFLE_TOKENS,
    /** One token stands wherever another one stood. */
    RENAME,
    /** Something that does not belong there. */
    INSERT,
    /** A part of the text comes again elsewhere. */
    SPLICE,
    /** Letters are written as Unicode escapes. */
    ESCAPE,
    /** Lines end as on Windows. */
    CRLF,
    /** Lines end as on old Macs. */
    CR,
    /** A byte order mark. */
    BOM
  }

  /**
   * Changes of any kind.
   *
   * @return them
   */
  public static Arbitrary<TextEdit> any() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, WHOLE),
            Arbitraries.integers().between(1, 200))
        .as(TextEdit::new);
  }

  /**
   * Makes the change.
   *
   * @param text what to change
   * @return what comes of it
   */
  public String of(String text) {
    int offset = place(text.length());
    return switch (kind) {
      case TRUNCATE -> text.substring(0, offset);
      case BEHEAD -> text.substring(offset);
      case DROP_LINES -> parts(LINE, text, List::clear);
      case REPEAT_LINES -> parts(LINE, text, part -> part.addAll(List.copyOf(part)));
      case SHUFFLE_LINES -> parts(LINE, text, part -> Collections.shuffle(part, new Random(size)));
      case DROP_TOKENS -> parts(TOKEN, text, List::clear);
      case REPEAT_TOKENS -> parts(TOKEN, text, part -> part.addAll(List.copyOf(part)));
      case SHUFFLE_TOKENS ->
          parts(TOKEN, text, part -> Collections.shuffle(part, new Random(size)));
      case RENAME -> renamed(text);
      case INSERT -> inserted(text, offset, ODD.get(size % ODD.size()));
      case SPLICE -> {
        int from = (int) ((long) text.length() * size / 201);
        yield inserted(text, offset, text.substring(from, Math.min(text.length(), from + 200)));
      }
      case ESCAPE -> parts(TOKEN, text, part -> part.replaceAll(TextEdit::escaped));
      case CRLF -> text.replace("\n", "\r\n");
      case CR -> text.replace('\n', '\r');
      case BOM -> '\uFEFF' + text;
    };
  }

  private int place(int length) {
    return (int) ((long) length * at / WHOLE);
  }

  private static String inserted(String text, int offset, String what) {
    return text.substring(0, offset) + what + text.substring(offset);
  }

  /** Splits a text, has some of the parts changed, and joins them again. */
  private String parts(Pattern between, String text, Consumer<List<String>> to) {
    List<String> parts = new ArrayList<>(List.of(between.split(text)));
    int from = place(parts.size());
    to.accept(parts.subList(from, Math.min(parts.size(), from + size)));
    return String.join("", parts);
  }

  private String renamed(String text) {
    List<String> tokens =
        TOKEN.splitAsStream(text).filter(token -> !token.isBlank()).collect(Collectors.toList());
    if (tokens.isEmpty()) {
      return text;
    }
    String old = tokens.get(Math.min(tokens.size() - 1, place(tokens.size())));
    String other = tokens.get((int) ((long) size * tokens.size() / 201));
    long times = tokens.stream().filter(old::equals).count();
    return text.length() + times * other.length() > LONGEST ? text : text.replace(old, other);
  }

  private static String escaped(String token) {
    return token
        .chars()
        .mapToObj(c -> Character.isLetter(c) ? "\\u%04x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }
}

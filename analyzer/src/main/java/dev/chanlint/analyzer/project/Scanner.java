package dev.chanlint.analyzer.project;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Splits a source into tokens, as far as an {@link Outline} needs them. */
final class Scanner {

  private static final Set<String> DECLARING = Set.of("class", "interface", "enum", "record");

  private final SourceFile file;
  private final String text;
  private final UnaryOperator<String> shared;
  private final Set<String> words = new HashSet<>();
  private final Set<String> types = new LinkedHashSet<>();
  private int at;
  private int braces;
  private int others;
  private boolean isBalanced = true;
  private boolean hasImplicitClass;
  private String packageName = "";

  /** The last token but one, and the last: a word, or one character. */
  private String beforeLast = "";

  private String last = "";

  /** Whether the words since the last other token are an annotation's name. */
  private boolean inAnnotation;

  /**
   * A scanner of a text.
   *
   * @param shared gives for a word the one object that stands for it
   */
  Scanner(SourceFile file, String text, UnaryOperator<String> shared) {
    this.file = file;
    this.text = text;
    this.shared = shared;
  }

  Outline outline(byte[] digest) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isJavaIdentifierStart(c)) {
        word();
      } else if (c <= ' ') {
        at++;
      } else if (c == '/' && next() == '/') {
        at = until("\n", at + 2);
      } else if (c == '/' && next() == '*') {
        at = until("*/", at + 2);
      } else if (c == '"' && text.startsWith("\"\"\"", at)) {
        textBlock();
      } else if (c == '"' || c == '\'') {
        literal(c);
      } else if (c >= '0' && c <= '9') {
        number();
      } else {
        symbol(c);
        at++;
      }
    }
    return new Outline(
        file,
        packageName,
        hasImplicitClass ? Set.of(implicitClass()) : types,
        words,
        hasImplicitClass,
        digest,
        isBalanced && braces == 0 && others == 0);
  }

  private String implicitClass() {
    String name = file.path().getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }

  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
  }

  /** Behind the next occurrence of something; the end if there is none. */
  private int until(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private void word() {
    int begin = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String word = shared.apply(text.substring(begin, at));
    words.add(word);
    inAnnotation &= !isWord(last);
    if (isAtTop()) {
      declare(word);
    }
    token(word);
  }

  private static boolean isWord(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
  }

  private boolean isAtTop() {
    return braces == 0 && others == 0;
  }

  private void declare(String word) {
    if (last.equals("package")) {
      packageName = qualifiedName(word);
    } else if (DECLARING.contains(last) && !beforeLast.equals(".")) {
      types.add(packageName.isEmpty() ? word : packageName + "." + word);
    }
  }

  /** A name and what follows it behind dots. */
  private String qualifiedName(String first) {
    int end = text.indexOf(';', at);
    String rest = end < 0 ? "" : text.substring(at, end).strip();
    return rest.startsWith(".") ? first + rest.replaceAll("\\s", "") : first;
  }

  private void token(String token) {
    beforeLast = last;
    last = token;
  }

  private void symbol(char c) {
    switch (c) {
      case '{' -> braces++;
      case '}' -> close(--braces);
      case '(' -> {
        hasImplicitClass |= isAtTop() && isMethodName();
        others++;
      }
      case '[' -> others++;
      case ')', ']' -> close(--others);
      case '@' -> inAnnotation = true;
      case '.' -> {}
      default -> inAnnotation = false;
    }
    if (c == ')') {
      inAnnotation = false;
    }
    token(String.valueOf(c));
  }

  /** Whether the last word, before an opening bracket at the top, names a method. */
  private boolean isMethodName() {
    return !inAnnotation && !beforeLast.equals("record") && !last.equals(">");
  }

  private void close(int open) {
    isBalanced &= open >= 0;
  }

  private void literal(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    token("\"");
  }

  private void textBlock() {
    at += 3;
    while (at < text.length() && !text.startsWith("\"\"\"", at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += 3;
    token("\"");
  }

  private void number() {
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    token("0");
  }
}

package dev.chanlint.explorer;

import java.util.regex.Pattern;

/**
 * A place in the code under test.
 *
 * @param className the binary name of the class
 * @param method the method's name
 * @param file the source file's simple name, empty if unknown
 * @param line the line, 0 if unknown
 */
public record Site(String className, String method, String file, int line) {

  private static final Pattern COMPILERS_NUMBER = Pattern.compile("(?<=\\$)\\d+");

  /**
   * Class and method as they still are when code around them has changed: without the numbers that
   * the compiler gives lambdas and anonymous classes in the order in which they come.
   *
   * @return both in one text
   */
  public String essence() {
    return COMPILERS_NUMBER.matcher(className + "." + method).replaceAll("");
  }

  @Override
  public String toString() {
    return className + "." + method + "(" + file + ":" + line + ")";
  }
}

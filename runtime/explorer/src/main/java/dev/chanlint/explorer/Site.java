package dev.chanlint.explorer;

/**
 * A place in the code under test.
 *
 * @param className the binary name of the class
 * @param method the method's name
 * @param file the source file's simple name, empty if unknown
 * @param line the line, 0 if unknown
 */
public record Site(String className, String method, String file, int line) {

  @Override
  public String toString() {
    return className + "." + method + "(" + file + ":" + line + ")";
  }
}

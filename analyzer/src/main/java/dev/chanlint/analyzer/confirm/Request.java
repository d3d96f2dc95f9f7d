package dev.chanlint.analyzer.confirm;

import java.nio.file.Path;
import java.util.List;

/**
 * What to explore.
 *
 * @param entry the binary name of a class with a {@code main}, or {@code Class#method} for a test,
 *     with {@code (type,type)} behind it if it takes arguments
 * @param effort how hard to look
 * @param goal when to stop
 * @param additional folders of further classes that it runs with, such as a harness
 */
public record Request(String entry, Effort effort, Goal goal, List<Path> additional) {

  public Request {
    additional = List.copyOf(additional);
  }

  /**
   * Whether the entry is a test, which unlike a program does not end when it returns.
   *
   * @return true for a test
   */
  public boolean isTest() {
    return isTest(entry);
  }

  /**
   * Whether the name of an entry is one of a test.
   *
   * @param entry the name
   * @return true for a test
   */
  public static boolean isTest(String entry) {
    return entry.contains("#");
  }
}

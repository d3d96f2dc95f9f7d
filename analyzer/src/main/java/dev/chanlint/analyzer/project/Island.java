package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
import java.util.List;

/**
 * Files of a program that have nothing to do with the rest of it: no file names one beyond. What is
 * found in them depends on them, the libraries and the analyzer alone.
 *
 * @param files its files
 * @param key the digest of all that findings in them depend on
 */
public record Island(List<SourceFile> files, Key key) {

  public Island {
    files = List.copyOf(files);
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which findings are of interest, by the files that they are in.
 *
 * @param base the absolute folder that patterns are seen from
 * @param include patterns, of which a file must match one if there are any
 * @param exclude patterns, none of which a file may match
 * @param changed the absolute paths of the files that count; empty if all do
 */
record Selection(
    Path base, List<String> include, List<String> exclude, Optional<Set<Path>> changed) {

  private static final String ANY_FOLDERS = "**/";

  Selection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Stream.concat(include.stream(), exclude.stream()).forEach(Selection::matcher);
  }

  /** Whether every finding is of interest. */
  boolean isWhole() {
    return include.isEmpty() && exclude.isEmpty() && changed.isEmpty();
  }

  /**
   * A change elsewhere may have made it: any of its places counts as changed, not the first only.
   */
  boolean includes(Finding finding) {
    return isIncluded(finding.at().file())
        && changed
            .map(files -> places(finding).map(at -> absolute(at.file())).anyMatch(files::contains))
            .orElse(true);
  }

  private static Stream<Position> places(Finding finding) {
    return Stream.of(
            Stream.of(finding.at()),
            finding.related().stream().map(Finding.Related::at),
            finding.spawns().stream())
        .flatMap(places -> places);
  }

  private boolean isIncluded(String file) {
    Path absolute = absolute(file);
    Path path = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    return (include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, path)))
        && exclude.stream().noneMatch(pattern -> matches(pattern, path));
  }

  private static Path absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize();
  }

  /** A folder stands for all that is in it; {@code **}{@code /} for no folder too. */
  private static boolean matches(String pattern, Path path) {
    return matcher(pattern).matches(path)
        || matcher(pattern.replaceFirst("/$", "") + "/**").matches(path)
        || (pattern.startsWith(ANY_FOLDERS)
            && matches(pattern.substring(ANY_FOLDERS.length()), path));
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new UserException("'" + pattern + "' is no pattern: " + e.getDescription(), e);
    }
  }
}

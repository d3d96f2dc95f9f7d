package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.ConfigException;
import dev.chanlint.analyzer.config.ConfigFile;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Nearest;
import dev.chanlint.analyzer.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user set, by flags and by file.
 *
 * @param settings all of it
 * @param base the absolute folder that patterns are seen from: the file's, else the working folder
 */
record Configuration(Settings settings, Path base) {

  /**
   * Reads the file and puts the flags over it.
   *
   * @param file the file that the user named, if any
   * @param paths what is to be checked; without a named file, the next one upward from all of it
   * @param flags what flags set
   * @param rules the ids of the rules that there are
   * @throws UserException if a setting makes no sense
   */
  static Configuration of(
      Optional<Path> file, List<String> paths, Settings flags, Collection<String> rules) {
    requireRules(flags, rules);
    return file.or(() -> ConfigFile.find(common(paths)))
        .map(found -> new Configuration(flags.over(read(found, rules)), ConfigFile.folder(found)))
        .orElseGet(() -> new Configuration(flags, Path.of("").toAbsolutePath()));
  }

  /** Complains of a rule that flags name and that there is not. */
  static void requireRules(Settings flags, Collection<String> rules) {
    for (String rule : flags.get(Key.RULE).keySet()) {
      if (!rules.contains(rule)) {
        throw new UserException("--rule: unknown rule '" + rule + "'" + Nearest.hint(rule, rules));
      }
    }
  }

  private static Settings read(Path file, Collection<String> rules) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          "--config "
              + file
              + (Files.isDirectory(file) ? ": a folder, and not a file" : ": no such file"));
    }
    try {
      return ConfigFile.read(shown(file), rules);
    } catch (ConfigException e) {
      throw new UserException(e);
    }
  }

  /** As the user would write it: from the working folder, if it is in there. */
  private static Path shown(Path file) {
    Path folder = Path.of("").toAbsolutePath();
    return file.startsWith(folder) ? folder.relativize(file) : file;
  }

  /** The innermost folder that all paths are in. */
  private static Path common(List<String> paths) {
    List<Path> all =
        paths.stream().map(path -> Path.of(path).toAbsolutePath().normalize()).toList();
    Path common = all.isEmpty() ? Path.of("").toAbsolutePath() : all.getFirst();
    while (common.getParent() != null && !isAbove(common, all)) {
      common = common.getParent();
    }
    return common;
  }

  private static boolean isAbove(Path folder, List<Path> paths) {
    return paths.stream().allMatch(path -> path.startsWith(folder));
  }

  /**
   * What of the files is of interest.
   *
   * @param changed the files that count; empty if all do
   */
  Selection selection(Optional<Set<Path>> changed) {
    return new Selection(base, settings.get(Key.INCLUDE), settings.get(Key.EXCLUDE), changed);
  }
}

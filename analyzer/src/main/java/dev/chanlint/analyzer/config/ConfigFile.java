package dev.chanlint.analyzer.config;

import dev.chanlint.analyzer.report.Output;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** The file {@code chanlint.toml}. */
public final class ConfigFile {

  /** The name it is found by. */
  public static final String NAME = "chanlint.toml";

  private static final String WRITE = "write:";

  private final Path file;
  private final Collection<String> rules;

  private ConfigFile(Path file, Collection<String> rules) {
    this.file = file;
    this.rules = rules;
  }

  /**
   * The file that holds for a place: the next one upward.
   *
   * @param place a file or folder, which need not be there
   * @return the file; empty if there is none up to the root
   */
  public static Optional<Path> find(Path place) {
    return Stream.iterate(place.toAbsolutePath().normalize(), up -> up != null, Path::getParent)
        .map(folder -> folder.resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Reads the file. Paths in it are seen from its folder.
   *
   * @param file the file
   * @param rules the ids of the rules that there are
   * @return what it sets
   * @throws ConfigException if it cannot be read, is no TOML, or sets what there is not; the
   *     message names file, line and key
   */
  public static Settings read(Path file, Collection<String> rules) throws ConfigException {
    return relocated(new ConfigFile(file, rules).settings(), folder(file));
  }

  /**
   * The folder that the patterns of a file are seen from.
   *
   * @param file the file
   * @return its folder, absolute
   */
  public static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static Settings relocated(Settings settings, Path folder) {
    Settings moved = settings;
    if (settings.keys().contains(Key.FORMAT)) {
      moved =
          moved.with(
              Key.FORMAT,
              settings.get(Key.FORMAT).stream().map(output -> under(output, folder)).toList());
    }
    if (settings.keys().contains(Key.BASELINE)) {
      moved =
          moved.with(
              Key.BASELINE,
              settings.get(Key.BASELINE).map(name -> folder.resolve(name).toString()));
    }
    if (settings.keys().contains(Key.ALLOW)) {
      moved =
          moved.with(
              Key.ALLOW,
              settings.get(Key.ALLOW).stream().map(effect -> under(effect, folder)).toList());
    }
    return moved;
  }

  /** What may be written is a pattern, in which the folder's own name is to be none. */
  private static String under(String effect, Path folder) {
    if (!effect.startsWith(WRITE) || effect.startsWith(WRITE + "/")) {
      return effect;
    }
    String literal = folder.toString().replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
    return WRITE + literal + "/" + effect.substring(WRITE.length());
  }

  private static Output under(Output output, Path folder) {
    return new Output(output.format(), output.file().map(name -> folder.resolve(name).toString()));
  }

  private Settings settings() throws ConfigException {
    TomlParseResult toml = Toml.parse(text());
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().getFirst();
      throw complaint(
          first.position(),
          String.valueOf(first.getMessage()).lines().findFirst().orElse("no TOML"));
    }
    Settings settings = Settings.NONE;
    for (String name : toml.keySet()) {
      settings = withKey(settings, key(name, toml), toml);
    }
    return settings;
  }

  private String text() throws ConfigException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": is not UTF-8");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e);
    }
  }

  private Key<?> key(String name, TomlTable toml) throws ConfigException {
    for (Key<?> key : Key.all()) {
      if (key.name().equals(name)) {
        return key;
      }
    }
    List<String> names = Key.all().stream().map(Key::name).toList();
    throw complaint(
        position(toml, List.of(name)), "unknown key '" + name + "'" + Nearest.hint(name, names));
  }

  private <T> Settings withKey(Settings settings, Key<T> key, TomlTable toml)
      throws ConfigException {
    List<String> path = List.of(key.name());
    Object value = Objects.requireNonNull(toml.get(path));
    if (key.shape() == Shape.RULES && value instanceof TomlTable table) {
      checkRules(key, table);
    }
    try {
      return settings.with(key, key.read(words(key, value)));
    } catch (IllegalArgumentException e) {
      throw complaint(position(toml, path), key.name() + ": " + e.getMessage());
    }
  }

  private void checkRules(Key<?> key, TomlTable table) throws ConfigException {
    for (String rule : table.keySet()) {
      TomlPosition at = position(table, List.of(rule));
      String name = key.name() + "." + rule;
      if (!rules.contains(rule)) {
        throw complaint(at, name + ": unknown rule '" + rule + "'" + Nearest.hint(rule, rules));
      }
      Object setting = table.get(List.of(rule));
      if (!(setting instanceof String word) || !key.words().contains(word)) {
        throw complaint(
            at,
            name
                + ": '"
                + setting
                + "' is none of "
                + String.join(", ", key.words())
                + Nearest.hint(String.valueOf(setting), key.words()));
      }
    }
  }

  /** The words of a value, as they would stand behind flags. */
  private static List<String> words(Key<?> key, Object value) {
    return switch (value) {
      case String text when key.shape() == Shape.WORD || key.shape() == Shape.TEXT -> List.of(text);
      case Long number when key.shape() == Shape.NUMBER -> List.of(number.toString());
      case Boolean flag when key.shape() == Shape.FLAG -> List.of(flag.toString());
      case TomlArray array when key.shape() == Shape.TEXTS -> texts(array);
      case TomlTable table when key.shape() == Shape.RULES ->
          table.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
      default ->
          throw new IllegalArgumentException(
              "it must be "
                  + key.shape().words()
                  + (key.shape() == Shape.WORD ? " " + quoted(key.words()) : ""));
    };
  }

  private static List<String> texts(TomlArray array) {
    List<String> texts = new ArrayList<>();
    for (Object element : array.toList()) {
      if (!(element instanceof String text)) {
        throw new IllegalArgumentException("it must be " + Shape.TEXTS.words());
      }
      texts.add(text);
    }
    return texts;
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
  }

  private static TomlPosition position(TomlTable table, List<String> path) {
    TomlPosition at = table.inputPositionOf(path);
    return at == null ? TomlPosition.positionAt(1, 1) : at;
  }

  private ConfigException complaint(TomlPosition at, String what) {
    return new ConfigException(file + ":" + at.line() + ":" + at.column() + ": " + what);
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.config.Shape;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The flags of the command line that set what {@code chanlint.toml} sets: one for each key. */
final class SettingFlags {

  private SettingFlags() {}

  /** Adds flags to a command. */
  static void addTo(CommandLine command, List<Key<?>> keys) {
    keys.forEach(key -> command.getCommandSpec().addOption(option(key)));
  }

  private static OptionSpec option(Key<?> key) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag(key)).description(key.description() + standard(key));
    return switch (key.shape()) {
      case FLAG -> option.type(boolean.class).arity("0").build();
      case TEXTS, RULES ->
          option
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1")
              .paramLabel(key.label())
              .build();
      case WORD, TEXT, NUMBER ->
          option.type(String.class).arity("1").paramLabel(key.label()).build();
    };
  }

  private static String flag(Key<?> key) {
    return "--" + key.name();
  }

  private static String standard(Key<?> key) {
    return switch (key.shape()) {
      case TEXTS, RULES -> " May be repeated.";
      case WORD -> " Default: " + String.valueOf(key.standard()).toLowerCase(Locale.ROOT);
      case FLAG, TEXT, NUMBER -> "";
    };
  }

  /**
   * What the flags set.
   *
   * @param spec of the command that was called
   * @throws ParameterException if a value is none
   */
  static Settings read(CommandSpec spec) {
    ParseResult parsed = spec.commandLine().getParseResult();
    Settings settings = Settings.NONE;
    for (Key<?> key : Key.all()) {
      if (parsed.hasMatchedOption(flag(key))) {
        settings = with(settings, key, parsed, spec);
      }
    }
    return settings;
  }

  private static <T> Settings with(
      Settings settings, Key<T> key, ParseResult parsed, CommandSpec spec) {
    try {
      return settings.with(key, key.read(words(key, parsed)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), flag(key) + ": " + e.getMessage(), e);
    }
  }

  private static List<String> words(Key<?> key, ParseResult parsed) {
    return key.shape() == Shape.TEXTS || key.shape() == Shape.RULES
        ? parsed.matchedOptionValue(flag(key), List.<String>of())
        : List.of(String.valueOf(parsed.<Object>matchedOptionValue(flag(key), "")));
  }
}

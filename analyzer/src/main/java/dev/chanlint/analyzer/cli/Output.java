package dev.chanlint.analyzer.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report to write.
 *
 * @param format how
 * @param file where to; empty for standard output
 */
record Output(Format format, Optional<String> file) {

  /** How a report is written. */
  enum Format {
    /** For people. */
    TEXT,
    /** For tools. */
    SARIF,
    /** For a browser. */
    HTML
  }

  /** Text on standard output. */
  static final Output DEFAULT = new Output(Format.TEXT, Optional.empty());

  /** Reads {@code FORMAT[=FILE]}. */
  static final class Converter implements ITypeConverter<Output> {
    @Override
    public Output convert(String value) {
      int equals = value.indexOf('=');
      String name = equals < 0 ? value : value.substring(0, equals);
      if (equals == value.length() - 1) {
        throw new TypeConversionException("'" + value + "' names no file after the =");
      }
      return new Output(
          format(name), equals < 0 ? Optional.empty() : Optional.of(value.substring(equals + 1)));
    }

    private static Format format(String name) {
      for (Format format : Format.values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
          return format;
        }
      }
      throw new TypeConversionException("unknown format '" + name + "'; known: text, sarif, html");
    }
  }
}

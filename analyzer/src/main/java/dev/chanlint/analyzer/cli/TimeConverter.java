package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Times;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times such as {@code 500ms}, {@code 10s}, {@code 2m}. */
final class TimeConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String value) {
    try {
      return Times.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}

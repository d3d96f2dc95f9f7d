package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Groups;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share of the work. Who does what depends on nothing but the sources.
 *
 * @param index whose share, from 0
 * @param count how many there are
 */
record Shard(int index, int count) {

  /** All the work. */
  static final Shard WHOLE = new Shard(0, 1);

  /** Reads {@code I/N}, where I counts from 1. */
  static final class Converter implements ITypeConverter<Shard> {

    private static final Pattern SHARE = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    @Override
    public Shard convert(String value) {
      Matcher share = SHARE.matcher(value);
      if (!share.matches()) {
        throw new TypeConversionException("'" + value + "' is no share; it reads like 1/4");
      }
      int index = Integer.parseInt(share.group(1));
      int count = Integer.parseInt(share.group(2));
      if (index > count) {
        throw new TypeConversionException(
            "'" + value + "' is no share: of " + count + " there is no " + index);
      }
      return new Shard(index - 1, count);
    }
  }

  /** Whether it is all the work. */
  boolean isWhole() {
    return count == 1;
  }

  /** Whether what is said of a program as a whole is said here. */
  boolean speaksFor(int program) {
    return program % count == index;
  }

  /**
   * By how many each program is analysed: where there are enough programs, by one.
   *
   * @param programs how many there are
   */
  int analysts(int programs) {
    return programs < count ? count : 1;
  }

  /**
   * Whether a program is analysed here.
   *
   * @param program its number
   * @param programs how many there are
   */
  boolean analyses(int program, int programs) {
    return analysts(programs) > 1 || speaksFor(program);
  }

  /**
   * Which findings are confirmed here: of a program that others analyse too, those of some groups.
   *
   * @param number the program's number
   * @param programs how many there are
   * @param program its code
   * @param findings its findings
   */
  List<Finding> confirms(int number, int programs, Program program, List<Finding> findings) {
    if (analysts(programs) == 1) {
      return findings;
    }
    List<List<Finding>> groups = Groups.of(program, findings);
    List<Finding> own = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (speaksFor(number + i)) {
        own.addAll(groups.get(i));
      }
    }
    return own;
  }
}

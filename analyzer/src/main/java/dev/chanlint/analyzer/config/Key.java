package dev.chanlint.analyzer.config;

import dev.chanlint.analyzer.report.FailOn;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.rules.Level;
import java.nio.file.FileSystems;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/**
 * Something that can be set, in {@code chanlint.toml} by its name, on a command line by a flag of
 * that name, and in a POM by a parameter of that name in camel case.
 *
 * @param name its name, in kebab case
 * @param shape what its value looks like in TOML
 * @param label stands for the value in a synopsis
 * @param words what the value can be, if it is one of a few words
 * @param pattern what a string of it matches, as a regular expression of Java and of ECMAScript
 * @param reader turns the words of a value into it; throws an {@link IllegalArgumentException} that
 *     tells what is wrong
 * @param standard the value if none is set
 * @param join what is meant where it is set twice: by the first, which counts more, and the second
 * @param description what it does
 * @param example a value other than the standard one, as TOML
 * @param <T> the type of its value
 */
public record Key<T>(
    String name,
    Shape shape,
    String label,
    List<String> words,
    String pattern,
    Function<List<String>, T> reader,
    T standard,
    BinaryOperator<T> join,
    String description,
    String example) {

  private static final String NUMBER = "[1-9][0-9]{0,3}";
  private static final String WRITE = "write:";
  private static final String EFFECT = "net|process|property|" + WRITE + ".+";

  /** Which findings make the exit status 1. */
  public static final Key<FailOn> FAIL_ON =
      word(
          "fail-on",
          "VERDICT",
          FailOn.class,
          FailOn.CONFIRMED,
          "Which findings make the exit status 1: confirmed, undecided (those and confirmed ones),"
              + " any, never.",
          "undecided");

  /** The least level that is reported. */
  public static final Key<Level> MIN_LEVEL =
      word(
          "min-level",
          "LEVEL",
          Level.class,
          Level.NOTE,
          "Leave out what is less grave: note, warning or error.",
          "warning");

  /** How to report. */
  public static final Key<List<Output>> FORMAT =
      texts(
          "format",
          "FORMAT[=FILE]",
          "(" + String.join("|", Output.formats()) + ")(=.+)?",
          Output::parse,
          List.of(Output.DEFAULT),
          "How to report: "
              + String.join(", ", Output.formats())
              + "; to standard output if no file is given.",
          "[\"text\", \"sarif=target/chanlint.sarif\"]");

  /** What is to become of each rule. */
  public static final Key<Map<String, RuleSetting>> RULE =
      new Key<>(
          "rule",
          Shape.RULES,
          "ID[=SETTING]",
          names(RuleSetting.class),
          ".+",
          Key::ruleSettings,
          Map.of(),
          Key::overlaid,
          "What becomes of a rule: off, note, warning or error (the level of all that it reports),"
              + " only (no rule but those set so). An ID alone means only.",
          "{ misuse-spin = \"off\", leak-send = \"warning\" }");

  /** Which files are reported on. */
  public static final Key<List<String>> INCLUDE =
      texts(
          "include",
          "GLOB",
          ".+",
          Function.identity(),
          List.of(),
          "Report on these files only; paths as seen from this file's folder, ** for any folders.",
          "[\"src/main/**\"]");

  /** Which files are not reported on. */
  public static final Key<List<String>> EXCLUDE =
      texts(
          "exclude",
          "GLOB",
          ".+",
          Function.identity(),
          List.of(),
          "Do not report on these files. They are read all the same: others may need them.",
          "[\"**/generated/**\"]");

  /** The baseline's file. */
  public static final Key<Optional<String>> BASELINE =
      new Key<>(
          "baseline",
          Shape.TEXT,
          "FILE",
          List.of(),
          ".+",
          words -> Optional.of(notEmpty(words.getFirst())),
          Optional.empty(),
          (first, second) -> first,
          "A file that chanlint baseline wrote: what it lists is not reported.",
          "\"chanlint-baseline.json\"");

  /** Whether refuted findings are reported. */
  public static final Key<Boolean> SHOW_REFUTED =
      flag("show-refuted", "Report refuted findings too.");

  /** Whether suppressed findings are reported. */
  public static final Key<Boolean> SHOW_SUPPRESSED =
      flag(
          "show-suppressed",
          "Report findings too that the sources or the baseline suppress, and say so.");

  /** Where to start from. */
  public static final Key<List<String>> ENTRY_POINT =
      texts(
          "entry-point",
          "CLASS[#METHOD]",
          ".+",
          Function.identity(),
          List.of(),
          "Analyse and explore what can be reached from these mains and tests only, each the binary"
              + " name of a class, or one of its methods.",
          "[\"app.Main\", \"app.OrdersTest#total\"]");

  /** How much may be run from an entry point. */
  public static final Key<Amount> BUDGET =
      amount(
          "budget",
          "How much may be run from one entry point: a time such as 500ms, 10s or 2m, a number of"
              + " executions, or both. Default: 5s",
          "30s,100000");

  /** How much may be run for a finding. */
  public static final Key<Amount> FINDING_BUDGET =
      amount(
          "finding-budget",
          "How much may be run for one finding, from all entry points that reach it; beyond that"
              + " it is undecided. Default: what its entry points may cost",
          "1m");

  /** How much may be run in all. */
  public static final Key<Amount> TOTAL_BUDGET =
      amount(
          "total-budget",
          "How much may be run in all; what is not begun by then is undecided. Default: no limit",
          "10m");

  /** What the code that is run may do. */
  public static final Key<List<String>> ALLOW =
      texts(
          "allow",
          "EFFECT",
          EFFECT,
          Key::effect,
          List.of(),
          "Let the code that is run have an effect: net, process, property or write:GLOB, a path as"
              + " seen from this file's folder. Nothing undoes it between executions.",
          "[\"net\", \"write:target/**\"]");

  /** How many explorations run at once. */
  public static final Key<Integer> JOBS =
      new Key<>(
          "jobs",
          Shape.NUMBER,
          "N",
          List.of(),
          NUMBER,
          words -> number(words.getFirst()),
          Runtime.getRuntime().availableProcessors(),
          (first, second) -> first,
          "How many explorations run at once. Default: the number of processors",
          "4");

  private static final List<Key<?>> ALL =
      List.of(
          FAIL_ON,
          MIN_LEVEL,
          FORMAT,
          RULE,
          INCLUDE,
          EXCLUDE,
          BASELINE,
          SHOW_REFUTED,
          SHOW_SUPPRESSED,
          ENTRY_POINT,
          BUDGET,
          FINDING_BUDGET,
          TOTAL_BUDGET,
          ALLOW,
          JOBS);

  public Key {
    words = List.copyOf(words);
  }

  /**
   * All keys.
   *
   * @return them, in the order to explain them in
   */
  public static List<Key<?>> all() {
    return ALL;
  }

  /**
   * Reads a value.
   *
   * @param values the words that make it up
   * @return the value
   * @throws IllegalArgumentException if they are none; the message tells why
   */
  public T read(List<String> values) {
    return reader.apply(values);
  }

  private static <E extends Enum<E>> Key<E> word(
      String name, String label, Class<E> type, E standard, String description, String example) {
    return new Key<>(
        name,
        Shape.WORD,
        label,
        names(type),
        String.join("|", names(type)),
        words -> constant(type, words.getFirst()),
        standard,
        (first, second) -> first,
        description,
        '"' + example + '"');
  }

  private static <E> Key<List<E>> texts(
      String name,
      String label,
      String pattern,
      Function<String, E> element,
      List<E> standard,
      String description,
      String example) {
    return new Key<>(
        name,
        Shape.TEXTS,
        label,
        List.of(),
        pattern,
        words -> words.stream().map(Key::notEmpty).map(element).toList(),
        standard,
        (first, second) -> first,
        description,
        example);
  }

  private static Key<Amount> amount(String name, String description, String example) {
    return new Key<>(
        name,
        Shape.TEXT,
        "AMOUNT",
        List.of(),
        Amount.PATTERN,
        words -> Amount.parse(words.getFirst()),
        Amount.UNSAID,
        (first, second) -> first,
        description,
        '"' + example + '"');
  }

  private static String effect(String word) {
    if (!word.matches(EFFECT)) {
      throw new IllegalArgumentException(
          "'" + word + "' is none of net, process, property, write:GLOB");
    }
    if (word.startsWith(WRITE)) {
      requirePattern(word.substring(WRITE.length()));
    }
    return word;
  }

  private static void requirePattern(String glob) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + glob + "' is no pattern: " + e.getDescription(), e);
    }
  }

  private static Key<Boolean> flag(String name, String description) {
    return new Key<>(
        name,
        Shape.FLAG,
        "",
        List.of("true", "false"),
        "true|false",
        words -> Boolean.valueOf(words.getFirst()),
        false,
        (first, second) -> first,
        description,
        "true");
  }

  private static String notEmpty(String word) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    return word;
  }

  private static int number(String word) {
    if (!word.matches(NUMBER)) {
      throw new IllegalArgumentException("'" + word + "' is no whole number from 1 to 9999");
    }
    return Integer.parseInt(word);
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    List<String> names = names(type);
    int index = names.indexOf(word);
    if (index < 0) {
      throw new IllegalArgumentException(
          "'" + word + "' is none of " + String.join(", ", names) + Nearest.hint(word, names));
    }
    return type.getEnumConstants()[index];
  }

  /** Each is {@code ID=SETTING}, or an {@code ID} alone. */
  private static Map<String, RuleSetting> ruleSettings(List<String> words) {
    Map<String, RuleSetting> settings = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      settings.put(
          equals < 0 ? word : word.substring(0, equals),
          equals < 0 ? RuleSetting.ONLY : constant(RuleSetting.class, word.substring(equals + 1)));
    }
    return Map.copyOf(settings);
  }

  private static Map<String, RuleSetting> overlaid(
      Map<String, RuleSetting> first, Map<String, RuleSetting> second) {
    Map<String, RuleSetting> both = new LinkedHashMap<>(second);
    both.putAll(first);
    return Map.copyOf(both);
  }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a Java application of a size, of which a given part uses the runtime, and plants mistakes
 * in it.
 *
 * <p>{@code java GenerateApplication.java FOLDER LINES CONCURRENT_LINES [SEED]}
 *
 * <p>What it consists of is in the folder {@code application} beside this file, as sources that
 * compile as they are. Most classes are made of methods of {@code Sequential}, each with a few of
 * them, other names and other numbers, and call classes of their own package and of packages before
 * it. The others are idioms of channels and locks, one a file, and stand together in a part of the
 * packages, as such code does. Each calls a sequential class of its package. A quarter has a {@code
 * main}; the others are for a framework to call.
 *
 * <p>In one idiom of five a mistake is planted: a line that ends in {@code // broken: CODE} becomes
 * that code. Lines that then should be found keep their comment {@code // planted: RULE, …}, from
 * which {@code judge} tells what was found of it.
 */
final class GenerateApplication {

  private static final int CLASSES_IN_PACKAGE = 20;
  private static final int IDIOMS_IN_PACKAGE = 10;
  private static final int BROKEN_ONE_OF = 5;
  private static final int MAIN_ONE_OF = 4;

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"\\[])([1-9]\\d)(?=\\D)");
  private static final Pattern BROKEN =
      Pattern.compile("^(\\s*)(.*?) // broken: (.*?)( // planted: .*)?$");
  private static final String PLANTED = " // planted: ";

  private static final List<String> THINGS =
      List.of(
          "order", "invoice", "parcel", "booking", "customer", "tariff", "payment", "ticket",
          "vehicle", "contract", "shipment", "voucher", "account", "product", "reading", "claim");
  private static final List<String> KEEPERS =
      List.of(
          "Book", "Ledger", "Catalog", "Archive", "Desk", "Store", "Index", "Report", "Planner",
          "Register");

  private final Path folder;
  private final Random random;
  private final Sequential sequential;
  private final Map<String, List<String>> idioms;
  private final List<String> known = new ArrayList<>();
  private int lines;
  private int classes;
  private int broken;

  private GenerateApplication(Path folder, long seed) throws IOException {
    this.folder = folder;
    this.random = new Random(seed);
    Path parts = Path.of(System.getProperty("jdk.launcher.sourcefile")).resolveSibling("application");
    this.sequential = Sequential.read(parts.resolve("Sequential.java"));
    this.idioms = idioms(parts);
  }

  public static void main(String[] args) throws IOException {
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
    new GenerateApplication(Path.of(args[0]), seed)
        .write(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  private static Map<String, List<String>> idioms(Path parts) throws IOException {
    Map<String, List<String>> idioms = new TreeMap<>();
    try (Stream<Path> files = Files.list(parts)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.equals("Sequential")) {
          idioms.put(name, Files.readAllLines(file));
        }
      }
    }
    return idioms;
  }

  /** Concurrent packages come as evenly among the others as their share allows. */
  private void write(int wanted, int wantedConcurrent) throws IOException {
    int concurrent = 0;
    for (int number = 0; lines < wanted; number++) {
      boolean isDue = concurrent < (long) wantedConcurrent * (lines + 1) / wanted;
      int before = lines;
      List<String> own = writeSequential(packageName(number), CLASSES_IN_PACKAGE);
      if (isDue) {
        int idiomsFrom = lines;
        for (int n = 0; n < IDIOMS_IN_PACKAGE && concurrent + lines - idiomsFrom < wantedConcurrent; n++) {
          writeIdiom(packageName(number), own.get(n));
        }
        concurrent += lines - idiomsFrom;
      }
      if (lines == before) {
        throw new IllegalStateException("nothing written");
      }
    }
    System.out.printf(
        "%d lines, %d of them concurrent, %d classes, %d mistakes%n",
        lines, concurrent, classes, broken);
  }

  private static String packageName(int number) {
    return "app.%s%d".formatted(THINGS.get(number % THINGS.size()), number / THINGS.size());
  }

  // Sequential classes

  /**
   * The parts of a sequential class.
   *
   * @param head all before its methods
   * @param methods the methods to choose from
   */
  private record Sequential(String head, List<String> methods) {

    static Sequential read(Path file) throws IOException {
      String text = Files.readString(file);
      String body = text.substring(0, text.indexOf("  // end\n"));
      List<String> parts = List.of(body.split("  // method\n"));
      return new Sequential(parts.getFirst(), parts.subList(1, parts.size()));
    }
  }

  private List<String> writeSequential(String packageName, int count) throws IOException {
    List<String> own = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String name = pick(KEEPERS) + n;
      List<String> methods = new ArrayList<>();
      List<String> terms = new ArrayList<>(calls(own));
      int size = 4 + random.nextInt(12);
      for (int method = 0; method < size; method++) {
        String source = pick(sequential.methods());
        methods.add(renumbered(source, method));
        terms.add(called(source) + method + "(depth)");
      }
      String work =
          """
            public long work(int depth) {
              if (depth <= 0) {
                return seed;
              }
              add("first", depth);
              return %s;
            }

          """
              .formatted(String.join("\n        + ", terms));
      String text =
          sequential.head().stripTrailing() + "\n\n" + work + String.join("", methods).stripTrailing();
      write(packageName, name, text.replace("Sequential", name) + "\n}\n");
      own.add(packageName + "." + name);
    }
    known.add(own.getFirst());
    return own;
  }

  /** Up to two calls of classes of the package, and one of another package now and then. */
  private List<String> calls(List<String> own) {
    List<String> calls = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0 && !own.isEmpty(); n--) {
      calls.add("new %s(seed).work(depth - 1)".formatted(pick(own)));
    }
    if (random.nextInt(10) == 0 && !known.isEmpty()) {
      calls.add("new %s(seed).work(depth - 1)".formatted(pick(known)));
    }
    return calls;
  }

  private static String called(String method) {
    Matcher name = Pattern.compile("private long (\\w+)\\(").matcher(method);
    if (!name.find()) {
      throw new IllegalStateException("no method in " + method);
    }
    return name.group(1);
  }

  /** A method with a name of its own, and one that helps it too. */
  private String renumbered(String method, int number) {
    String named =
        Pattern.compile("private (static )?(\\w+) (\\w+)\\(")
            .matcher(method)
            .results()
            .map(name -> name.group(3))
            .distinct()
            .reduce(method, (text, name) -> text.replaceAll("\\b" + name + "\\(", name + number + "("));
    return named;
  }

  // Idioms

  private void writeIdiom(String packageName, String neighbour) throws IOException {
    String idiom = pick(List.copyOf(idioms.keySet()));
    boolean isBroken = random.nextInt(BROKEN_ONE_OF) == 0;
    boolean hasMain = random.nextInt(MAIN_ONE_OF) == 0;
    broken += isBroken ? 1 : 0;
    String name = idiom + classes;
    String text =
        withoutMain(idioms.get(idiom), hasMain)
            .map(line -> isBroken ? broken(line) : line.replaceAll(" // (broken|planted): .*", ""))
            .collect(Collectors.joining("\n", "", "\n"));
    write(
        packageName,
        name,
        text.replaceAll("\\b" + idiom + "\\b", name).replaceAll("\\bSequential\\b", neighbour));
  }

  private static Stream<String> withoutMain(List<String> lines, boolean hasMain) {
    int from = lines.indexOf("  // main");
    int to = lines.indexOf("  // end");
    return Stream.of(
            lines.subList(0, from - (hasMain ? 0 : 1)),
            hasMain ? lines.subList(from + 1, to) : List.<String>of(),
            lines.subList(to + 1, lines.size()))
        .flatMap(List::stream);
  }

  private static String broken(String line) {
    Matcher directive = BROKEN.matcher(line);
    if (!directive.matches()) {
      return line;
    }
    String planted = directive.group(4);
    return directive.group(1) + directive.group(3) + (planted == null ? "" : planted);
  }

  // Files

  private void write(String packageName, String name, String text) throws IOException {
    String thing = pick(THINGS);
    String capital = Character.toUpperCase(thing.charAt(0)) + thing.substring(1);
    String own =
        "package %s;\n\n%s"
            .formatted(
                packageName,
                NUMBER
                    .matcher(text.replace("widget", thing).replace("Widget", capital))
                    .replaceAll(this::otherNumber));
    Path target = folder.resolve(packageName.replace('.', '/')).resolve(name + ".java");
    Files.createDirectories(target.getParent());
    Files.writeString(target, own);
    lines += (int) own.lines().count();
    classes++;
  }

  private String otherNumber(MatchResult number) {
    return String.valueOf(10 + random.nextInt(90));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

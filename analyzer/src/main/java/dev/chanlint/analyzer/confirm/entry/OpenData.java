package dev.chanlint.analyzer.confirm.entry;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Instruction.ArrayLength;
import dev.chanlint.model.code.Instruction.Call;
import dev.chanlint.model.code.Instruction.Closure;
import dev.chanlint.model.code.Instruction.Constant;
import dev.chanlint.model.code.Instruction.Copy;
import dev.chanlint.model.code.Instruction.LoadElement;
import dev.chanlint.model.code.Instruction.LoadField;
import dev.chanlint.model.code.Instruction.Operator;
import dev.chanlint.model.code.Instruction.StoreElement;
import dev.chanlint.model.code.Instruction.StoreField;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.model.code.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Data that an execution gets from outside, of which an exploration sees one value: arguments, the
 * environment, files, the clock, wide draws. Every schedule with that value does not say what
 * happens with another.
 *
 * @param program the code
 */
record OpenData(Program program) {

  private static final String ENVIRONMENT = "reads the environment";
  private static final String FILES = "reads files";
  private static final String CLOCK = "reads the clock";
  private static final String DRAWS = "draws random numbers of which not all are tried";

  /** What is read, by class; the methods that read it, or {@code *} for all. */
  private static final Map<String, Map<String, Set<String>>> READERS =
      Map.ofEntries(
          Map.entry(
              "java.lang.System",
              Map.of(
                  ENVIRONMENT, Set.of("getenv", "getProperty", "getProperties"),
                  CLOCK, Set.of("nanoTime", "currentTimeMillis"))),
          Map.entry("java.lang.Boolean", Map.of(ENVIRONMENT, Set.of("getBoolean"))),
          Map.entry("java.lang.Integer", Map.of(ENVIRONMENT, Set.of("getInteger"))),
          Map.entry("java.lang.Long", Map.of(ENVIRONMENT, Set.of("getLong"))),
          Map.entry(
              "java.lang.Runtime",
              Map.of(
                  ENVIRONMENT,
                  Set.of("availableProcessors", "freeMemory", "totalMemory", "maxMemory"))),
          Map.entry("java.nio.file.Files", Map.of(FILES, Set.of("*"))),
          Map.entry("java.io.File", Map.of(FILES, Set.of("exists", "length", "list", "listFiles"))),
          Map.entry("java.io.FileReader", Map.of(FILES, Set.of("*"))),
          Map.entry("java.io.FileInputStream", Map.of(FILES, Set.of("*"))),
          Map.entry("java.io.RandomAccessFile", Map.of(FILES, Set.of("*"))),
          Map.entry("java.util.Scanner", Map.of(FILES, Set.of("*"))),
          Map.entry("java.time.Instant", Map.of(CLOCK, Set.of("now"))),
          Map.entry("java.time.LocalDate", Map.of(CLOCK, Set.of("now"))),
          Map.entry("java.time.LocalTime", Map.of(CLOCK, Set.of("now"))),
          Map.entry("java.time.LocalDateTime", Map.of(CLOCK, Set.of("now"))),
          Map.entry("java.time.ZonedDateTime", Map.of(CLOCK, Set.of("now"))),
          Map.entry("java.util.UUID", Map.of(DRAWS, Set.of("randomUUID"))),
          Map.entry("java.lang.Math", Map.of(DRAWS, Set.of("random"))));

  private static final Set<String> GENERATORS =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator");

  /** Draws with so many outcomes are choices of the explorer: {@code Draws} says so. */
  private static final int MOST_TRIED = 8;

  /** What an entry point reads so. */
  List<String> in(Entry entry, Set<String> reached) {
    Stream<String> arguments =
        entry.kind() == EntryPoint.Kind.MAIN && readsArguments(entry.function())
            ? Stream.of("reads its arguments")
            : Stream.empty();
    Stream<String> others =
        reached.stream()
            .sorted()
            .map(program.functions()::get)
            .filter(Objects::nonNull)
            .flatMap(function -> Calls.of(function).flatMap(call -> read(call, function).stream()));
    return Stream.concat(arguments, others).distinct().toList();
  }

  private static Optional<String> read(Call call, Function function) {
    String owner = call.method().owner();
    String name = call.method().name();
    if (GENERATORS.contains(owner)) {
      return isTried(call, function) ? Optional.empty() : Optional.of(DRAWS);
    }
    return READERS.getOrDefault(owner, Map.of()).entrySet().stream()
        .filter(reader -> reader.getValue().contains(name) || reader.getValue().contains("*"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a generator is only made or got, or each of its outcomes is tried. */
  private static boolean isTried(Call call, Function function) {
    String name = call.method().name();
    if (!name.startsWith("next")) {
      return !(name.endsWith("s") || name.equals("shuffle"));
    }
    return name.equals("nextBoolean")
        || name.equals("nextInt")
            && call.arguments().size() == 1
            && isSmall(call.arguments().getFirst(), function);
  }

  private static boolean isSmall(Variable bound, Function function) {
    List<Integer> values =
        function.blocks().stream()
            .flatMap(block -> block.instructions().stream())
            .filter(Constant.class::isInstance)
            .map(Constant.class::cast)
            .filter(constant -> constant.target().equals(bound))
            .map(constant -> constant.value() instanceof Integer n ? n : Integer.MAX_VALUE)
            .toList();
    return !values.isEmpty() && values.stream().allMatch(value -> value <= MOST_TRIED);
  }

  private boolean readsArguments(String main) {
    Function function = program.functions().get(main);
    return function != null
        && function.method().parameters().size() == 1
        && function.blocks().stream()
            .flatMap(block -> block.instructions().stream())
            .flatMap(OpenData::operands)
            .anyMatch(function.parameters().getLast()::equals);
  }

  private static Stream<Variable> operands(Instruction instruction) {
    return switch (instruction) {
      case Copy copy -> Stream.of(copy.source());
      case Operator operator -> operator.operands().stream();
      case Closure closure -> closure.captured().stream();
      case LoadField load -> Stream.ofNullable(load.base());
      case StoreField store -> Stream.of(store.value());
      case LoadElement load -> Stream.of(load.array());
      case StoreElement store -> Stream.of(store.array(), store.value());
      case ArrayLength length -> Stream.of(length.array());
      case Call call -> call.arguments().stream();
      default -> Stream.empty();
    };
  }
}

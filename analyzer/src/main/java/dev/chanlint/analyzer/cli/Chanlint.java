package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Key;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code chanlint} command. */
@Command(
    name = "chanlint",
    mixinStandardHelpOptions = true,
    versionProvider = Chanlint.Version.class,
    description =
        "Finds concurrency mistakes in Java code, and confirms or refutes each by running it under"
            + " every schedule that matters.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint check src/main/java",
      "  chanlint explore Orders src/main/java",
      "  chanlint explain leak-send",
      "  chanlint help check"
    })
public final class Chanlint implements Callable<Integer> {

  /** What decides what is found, but not how it is told. */
  private static final List<Key<?>> BASELINE_KEYS =
      List.of(
          Key.BASELINE,
          Key.RULE,
          Key.INCLUDE,
          Key.EXCLUDE,
          Key.ENTRY_POINT,
          Key.BUDGET,
          Key.FINDING_BUDGET,
          Key.TOTAL_BUDGET,
          Key.ALLOW,
          Key.JOBS);

  /** What decides what an editor is told. */
  private static final List<Key<?>> LSP_KEYS =
      List.of(
          Key.MIN_LEVEL,
          Key.BASELINE,
          Key.RULE,
          Key.INCLUDE,
          Key.EXCLUDE,
          Key.ENTRY_POINT,
          Key.SHOW_REFUTED,
          Key.BUDGET,
          Key.FINDING_BUDGET,
          Key.TOTAL_BUDGET,
          Key.ALLOW,
          Key.JOBS);

  /** What decides how it is told, but not what is found. */
  private static final List<Key<?>> MERGE_KEYS =
      List.of(
          Key.FAIL_ON,
          Key.MIN_LEVEL,
          Key.FORMAT,
          Key.BASELINE,
          Key.SHOW_REFUTED,
          Key.SHOW_SUPPRESSED);

  /** No subcommand's name. */
  private static final String ALL = "";

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification.
  private Chanlint() {}

  /**
   * Runs the command and ends the JVM with its exit status.
   *
   * @param args the words of the command line
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    Terminal terminal = Terminal.of(err, Boolean.getBoolean("chanlint.progress"), System.getenv());
    System.exit(Interruption.endsEarly(() -> run(new Installed(), terminal, out, err, args)));
  }

  /** Runs the command; returns its exit status. */
  static int run(
      Services services, Terminal terminal, PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = commands(services, terminal, args.length == 0 ? ALL : args[0]);
    command.setOut(out).setErr(err);
    command.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.registerConverter(Path.class, Chanlint::path);
    command.setParameterExceptionHandler(Chanlint::rejected);
    command.setExecutionExceptionHandler((e, failed, _) -> failed(e, failed, terminal));
    return command.execute(args);
  }

  /**
   * The command with all its subcommands, or with the one alone that is called. To describe the
   * others too would take as long as to see that a project has not changed.
   *
   * @param called the first word of the command line
   */
  private static CommandLine commands(Services services, Terminal terminal, String called) {
    Map<String, Supplier<CommandLine>> subcommands = subcommands(services, terminal);
    CommandLine command = new CommandLine(new Chanlint());
    Supplier<CommandLine> only = subcommands.get(called);
    if (only != null) {
      command.addSubcommand(called, only.get());
    } else {
      subcommands.forEach((name, one) -> command.addSubcommand(name, one.get()));
      command.addSubcommand(new CompletionCommand()).addSubcommand(new CommandLine.HelpCommand());
    }
    command.getSubcommands().values().forEach(one -> one.setUsageHelpAutoWidth(true));
    return command;
  }

  /** The subcommands that need not know the others, by name, in the order in which help tells. */
  private static Map<String, Supplier<CommandLine>> subcommands(
      Services services, Terminal terminal) {
    Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    all.put("check", () -> settable(new CheckCommand(services, terminal), Key.all()));
    all.put("explore", () -> new CommandLine(new ExploreCommand(services, terminal)));
    all.put("replay", () -> new CommandLine(new ReplayCommand(services, terminal)));
    all.put("verify-fix", () -> new CommandLine(new VerifyFixCommand(services, terminal)));
    all.put("explain", () -> new CommandLine(new ExplainCommand(services, terminal)));
    all.put("rules", () -> new CommandLine(new RulesCommand(services, terminal)));
    all.put("baseline", () -> settable(new BaselineCommand(services, terminal), BASELINE_KEYS));
    all.put("merge", () -> settable(new MergeCommand(services, terminal), MERGE_KEYS));
    all.put("lsp", () -> settable(new LspCommand(services), LSP_KEYS));
    all.put("init", () -> new CommandLine(new InitCommand()));
    return all;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static CommandLine settable(Object command, List<Key<?>> keys) {
    CommandLine settable = new CommandLine(command);
    SettingFlags.addTo(settable, keys);
    return settable;
  }

  /**
   * The specification of the command, as installed.
   *
   * @return what manual pages are made from
   */
  public static CommandSpec specification() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return commands(
            new Installed(),
            new Terminal(InputStream.nullInputStream(), nowhere, false, Ansi.OFF),
            ALL)
        .getCommandSpec();
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "no command given; chanlint --help lists them");
  }

  private static int rejected(ParameterException e, String... args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("chanlint: " + firstLine(e) + hint(e));
    err.flush();
    return Exit.FAILED;
  }

  private static String hint(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
        : "";
  }

  private static int failed(Exception e, CommandLine command, Terminal terminal) {
    terminal.endProgress();
    PrintWriter err = command.getErr();
    err.println("chanlint: " + description(e));
    if (Boolean.getBoolean("chanlint.debug")) {
      e.printStackTrace(err);
    }
    err.flush();
    return Exit.FAILED;
  }

  private static String description(Exception e) {
    return switch (e) {
      case Exception _ when Thread.interrupted() -> "cancelled";
      case UserException mistake -> firstLine(mistake);
      case InterruptedException cancelled -> "cancelled";
      // Only what the user gave is turned into paths.
      case InvalidPathException mistake -> firstLine(mistake);
      default -> "internal error: " + e;
    };
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** How the user calls this command. */
  static String commandName() {
    return System.getProperty("chanlint.command", "chanlint");
  }

  /** The analyzer's version. */
  static String version() {
    String version = Chanlint.class.getPackage().getImplementationVersion();
    return version == null ? "0-dev" : version;
  }

  /** For {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return List.of("chanlint " + version(), "Java " + Runtime.version()).toArray(String[]::new);
    }
  }
}

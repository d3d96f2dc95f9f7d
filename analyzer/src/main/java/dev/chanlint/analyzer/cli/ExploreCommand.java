package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.ExplorationText;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Reproducer;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chanlint explore}. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Run a program or a test under every schedule that can differ.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:no fault was met",
      "1:a fault was met",
      "2:it could not be explored: there is no such code, or it does what is not under control"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint explore Orders src/main/java",
      "  chanlint explore 'app.OrdersTest#total' --classes target/classes --classes"
          + " target/test-classes --classpath lib/junit.jar",
      "  chanlint explore Orders src/main/java --strategy 'bounded(2)' --reproducer"
          + " src/test/java/OrdersReproducerTest.java"
    })
final class ExploreCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CLASS[#METHOD]",
      description = {
        "What to run: the binary name of a class with a main, or one of its methods,",
        "as JUnit 5 runs a test: on a new object, between its lifecycle methods."
      })
  private String entry;

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      arity = "0..*",
      description = "Java source files, or folders of them; none if --classes has all that is run.")
  private List<String> paths = new ArrayList<>();

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      converter = StrategyConverter.class,
      description = {
        "Which schedules to run: dpor (all that can differ), naive (all), bounded(PREEMPTIONS),",
        "random(SEED), pct(DEPTH,SEED), directed(FILE:LINE,...). Default: dpor"
      })
  private Strategy strategy = Strategy.dpor();

  @Option(
      names = "--max-executions",
      paramLabel = "N",
      description = "How many executions to run at most. Default: ${DEFAULT-VALUE}")
  private long maxExecutions = Worker.Budget.DEFAULT.maxExecutions();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long to explore at most. Default: 10s")
  private Duration budget = Worker.Budget.DEFAULT.maxDuration();

  @Option(
      names = "--reproducer",
      paramLabel = "FILE",
      description = "Write a JUnit 5 test there that fails until the first fault is fixed.")
  private @Nullable Path reproducer;

  @SuppressWarnings("NullAway.Init") // picocli sets the options.
  ExploreCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (maxExecutions < 1) {
      throw new UserException("--max-executions " + maxExecutions + ": one at least must be run");
    }
    if (reproducer != null && Reproducer.className(reproducer).isEmpty()) {
      throw new UserException(
          "--reproducer "
              + reproducer
              + ": the name of a Java source file is a class name and .java");
    }
    terminal.progress("reading sources");
    List<Path> classPath = program.classPathOf(entry, paths, services);
    terminal.progress("exploring " + entry);
    Exploration exploration = explore(classPath);
    terminal.endProgress();
    if (exploration.executions() == 0 && exploration.failures().isEmpty()) {
      throw new UserException(String.join("; ", exploration.limits()));
    }
    report(exploration);
    return status(exploration);
  }

  private Exploration explore(List<Path> classPath) throws InterruptedException {
    Worker.Budget cost =
        new Worker.Budget(
            strategy, maxExecutions, budget, Worker.Budget.DEFAULT.maxSteps(), Set.of());
    try (Sandbox sandbox = services.sandbox(program.sandbox())) {
      return sandbox.explore(classPath, entry, cost);
    }
  }

  private void report(Exploration exploration) {
    Replay replay = new Replay(Chanlint.commandName(), program.words());
    spec.commandLine()
        .getOut()
        .print(
            new ExplorationText(AnsiPainter.of(terminal.ansi()))
                .render(
                    entry,
                    exploration,
                    failure -> replay.commandLine(entry, failure.schedule(), paths)));
    spec.commandLine().getOut().flush();
    if (reproducer != null && !exploration.failures().isEmpty()) {
      TextFiles.write(
          reproducer, Reproducer.source(reproducer, entry, exploration.failures().getFirst()));
    }
  }

  private static int status(Exploration exploration) {
    if (!exploration.failures().isEmpty()) {
      return Exit.FINDINGS;
    }
    return exploration.isUnderControl() ? Exit.CLEAN : Exit.FAILED;
  }

  /** Reads a strategy. */
  static final class StrategyConverter implements ITypeConverter<Strategy> {
    @Override
    public Strategy convert(String value) {
      try {
        return Strategy.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Nearest;
import dev.chanlint.analyzer.report.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chanlint explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Print a rule's page: what goes wrong, an example, how to fix it.",
    footerHeading = "%nExamples:%n",
    footer = "  chanlint explain leak-send")
final class ExplainCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "The rule's id; chanlint rules lists them.")
  private String rule;

  @Mixin private Listing listing = new Listing();

  @SuppressWarnings("NullAway.Init") // picocli sets the parameter.
  ExplainCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, RuleInfo> catalog = Catalog.of(services);
    RuleInfo info = catalog.get(rule);
    if (info == null) {
      throw new UserException(
          "unknown rule '"
              + rule
              + "'"
              + Nearest.to(rule, catalog.keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; chanlint rules lists them"));
    }
    spec.commandLine()
        .getOut()
        .print(
            listing.isJson()
                ? Listing.json(List.of(info), services)
                : MarkdownText.render(info.page(), AnsiPainter.of(terminal.ansi())));
    spec.commandLine().getOut().flush();
    return Exit.CLEAN;
  }
}

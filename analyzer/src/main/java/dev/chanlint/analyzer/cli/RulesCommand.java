package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chanlint rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "List the rules: id, what confirms it, what goes wrong.",
    footerHeading = "%nExamples:%n",
    footer = "  chanlint rules --format json")
final class RulesCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private Listing listing = new Listing();

  @SuppressWarnings("NullAway.Init") // picocli sets the specification.
  RulesCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (listing.isJson()) {
      spec.commandLine().getOut().print(Listing.json(infos(), services));
      spec.commandLine().getOut().flush();
    } else {
      print(services.rules());
    }
    return Exit.CLEAN;
  }

  private List<RuleInfo> infos() {
    return services.rules().stream().map(services::describe).toList();
  }

  private void print(List<Rule> rules) {
    int ids = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    int faults = rules.stream().mapToInt(rule -> confirms(rule).length()).max().orElse(0);
    for (Rule rule : rules) {
      RuleInfo info = services.describe(rule);
      String id = AnsiPainter.of(terminal.ansi()).paint(Style.HEADING, rule.id());
      spec.commandLine()
          .getOut()
          .println(
              id
                  + " ".repeat(ids - rule.id().length() + 2)
                  + padded(confirms(rule), faults + 2)
                  + info.summary());
    }
    spec.commandLine().getOut().flush();
  }

  private static String confirms(Rule rule) {
    return rule.confirmedBy().isEmpty()
        ? "structural"
        : rule.confirmedBy().stream().sorted().map(Fault::word).collect(Collectors.joining(","));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}

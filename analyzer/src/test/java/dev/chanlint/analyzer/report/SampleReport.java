package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report on {@code src/test/resources/report/Mirrors.java}, with a result of each verdict. */
final class SampleReport {

  static final String FILE = "src/test/resources/report/Mirrors.java";
  private static final String CHANNEL = "chan made at Mirrors.java:10";
  private static final Finding LEAK =
      new Finding(
          "leak-send",
          "goroutine can block for good in send: answers [cap 0] is received from once",
          position(19, 5, 43),
          "Mirrors.ask",
          List.of(new Finding.Related(position(10, 28, 39), "made here")),
          List.of(position(12, 7, 39)),
          "Mirrors.ask send answers");

  private static final Scope SCOPE = new Scope(List.of("src"), sources());

  private SampleReport() {}

  private static Position position(int line, int column, int endColumn) {
    return new Position(FILE, line, column, line, endColumn);
  }

  private static Site site(String method, int line) {
    return new Site("Mirrors", method, "Mirrors.java", line);
  }

  static Report of(Judged... results) {
    return new Report(
        List.of(results),
        List.of(new Note("src/Broken.java", 3, 7, "syntax error: ';' expected")),
        Map.of(
            "leak-send",
            rule("leak-send", Level.WARNING, 772, 833),
            "misuse-spin",
            rule("misuse-spin", Level.NOTE, 835)),
        new Replay("./chanlint", List.of("--classes", "my out")),
        2,
        Duration.ofMillis(1234),
        "0.1.0");
  }

  private static RuleInfo rule(String id, Level level, Integer... cwes) {
    String category = id.substring(0, id.indexOf('-'));
    return new RuleInfo(
        id,
        category,
        level,
        "What goes wrong.",
        "# " + id + "\n\nWhat goes wrong.\n",
        List.of(cwes));
  }

  static Report whole() {
    return of(confirmed(), undecided(), refuted(), structural());
  }

  static Judged confirmed() {
    return confirmed(witness());
  }

  static Judged confirmed(Failure failure) {
    return new Judged(
        LEAK, new Verdict.Confirmed("Mirrors", failure), List.of(run(failure)), SCOPE);
  }

  /** A confirmed finding whose witness makes its last step on line 2 of the given file. */
  static Report passing(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    Site second = new Site("Mirrors", "ask", name, 2);
    Step step = new Step(2, 0, "send", CHANNEL, "", List.of(second), false, false);
    Failure failure = failure(List.of(step));
    return of(
        new Judged(
            LEAK,
            new Verdict.Confirmed("Mirrors", failure),
            List.of(run(failure)),
            new Scope(List.of("src"), sources(file))));
  }

  static Judged undecided() {
    return new Judged(
        LEAK, new Verdict.Undecided("main of Mirrors: budget of 5 s spent"), List.of(run()), SCOPE);
  }

  static Judged refuted() {
    return new Judged(LEAK, new Verdict.Refuted("every schedule was run"), List.of(run()), SCOPE);
  }

  static Judged structural() {
    Finding spin =
        new Finding(
            "misuse-spin", "spins", position(14, 1, 1), "Mirrors.first", List.of(), List.of(), "x");
    return new Judged(spin, new Verdict.Structural(), List.of(), SCOPE);
  }

  private static Run run(Failure... failures) {
    return new Run(
        "Mirrors",
        new Exploration(
            1024, failures.length == 0, true, List.of(failures), Set.of(), List.of(), Set.of()));
  }

  static Failure witness() {
    return failure(
        List.of(
            step(1, 2, "go", "", "", 12, false),
            step(1, 3, "go", "", "", 12, false),
            step(2, 0, "gosched", "", "", 18, true),
            step(3, 1, "send", CHANNEL, "\"ea\u001bst\"", 19, false)));
  }

  static Failure longWitness(int rounds) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      steps.add(step(4 + i % 5, 0, "lock", "Mutex made at Mirrors.java:11", "", 13, false));
    }
    steps.addAll(witness().witness());
    return failure(steps);
  }

  private static Failure failure(List<Step> steps) {
    return new Failure(
        Fault.LEAK,
        "goroutine 2 [chan send] is blocked for good",
        List.of(site("ask", 19)),
        List.of(
            new GoroutineReport(1, "", "done", "", List.of(), List.of()),
            new GoroutineReport(
                2,
                "north",
                "chan send",
                CHANNEL,
                List.of(site("ask", 19), site("lambda$first$0", 12)),
                List.of(site("first", 12))),
            new GoroutineReport(3, "", "done", "", List.of(), List.of(site("first", 12)))),
        new Schedule("1.1.2.3"),
        steps,
        1);
  }

  private static Step step(
      int goroutine,
      int partner,
      String operation,
      String object,
      String value,
      int line,
      boolean preemption) {
    return new Step(
        goroutine,
        partner,
        operation,
        object,
        value,
        List.of(site("ask", line)),
        false,
        preemption);
  }

  private static SourceMap sources() {
    return sources(FILE);
  }

  private static SourceMap sources(String file) {
    MethodRef main = new MethodRef("Mirrors", "main", List.of(), "void", true);
    Position at = new Position(file, 6, 3, 6, 10);
    Block block = new Block(0, List.of(), new Terminator.Return(null, at), List.of());
    Function function =
        new Function(
            main.toString(),
            Function.Kind.METHOD,
            main,
            "Mirrors.main",
            List.of(),
            List.of(block),
            Set.of(),
            at);
    return SourceMap.of(
        new Program(Map.of(function.id(), function), Map.of(), List.of(), List.of(), List.of()));
  }
}

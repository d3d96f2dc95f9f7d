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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    return of(View.ALL, Arrays.stream(results).map(SampleReport::result).toList());
  }

  static Report of(View view, List<Result> results) {
    return new Report(
        results,
        view,
        List.of(new Note("src/Broken.java", 3, 7, "syntax error: ';' expected")),
        Map.of(
            "leak-send",
            rule("leak-send", Level.WARNING, 772, 833),
            "misuse-spin",
            rule("misuse-spin", Level.NOTE, 835)),
        new Replay("./chanlint", List.of("--classes", "my out")),
        2,
        Optional.of(Duration.ofMillis(1234)),
        "0.1.0",
        Map.of());
  }

  private static Result result(Judged judged) {
    return result(judged, Optional.empty());
  }

  private static Result result(Judged judged, Optional<Suppressed> suppressed) {
    Finding finding = judged.finding();
    return new Result(
        judged,
        Objects.requireNonNull(Fingerprints.of(List.of(finding)).get(finding)),
        Severity.of(judged.verdict(), rule(finding.rule(), Level.NOTE)),
        suppressed);
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

  /** With results besides that are {@link #hostile}, one suppressed and one with a witness. */
  static Report everything(View view) {
    return of(
        view,
        List.of(
            result(confirmed()),
            result(undecided()),
            result(refuted()),
            result(structural()),
            result(
                hostile(), Optional.of(new Suppressed(Suppressed.By.SOURCE, "known, \"mended\""))),
            result(hostileWitness())));
  }

  /** Names, paths and messages that could end what they stand in, in every format. */
  static Judged hostile() {
    Finding finding =
        new Finding(
            "misuse-spin",
            "<b>\"a\" & 'b'</b>\n::error::x%0A]]> \u001b[31m \u202e {\"a\":1},\r\t[x](y) `z`",
            new Position("src/z,b:c%20 <d>&\"e.java", 2, 1, 3, 4),
            "Evil.<init>",
            List.of(new Finding.Related(position(3, 1, 2), "\u0000</script><!--")),
            List.of(),
            "evil");
    return new Judged(finding, new Verdict.Undecided("--> \u0007"), List.of(), SCOPE);
  }

  /** What the code under test named and sent is in the witness. */
  private static Judged hostileWitness() {
    List<Site> here = List.of(new Site("Mirrors", "<script>\u202e", "Mirrors.java", 19));
    String channel = "<b>\"c\"</b>\u0000 made at Mirrors.java:10";
    Failure failure =
        new Failure(
            Fault.LEAK,
            "</script>\u2028\u001b[2J]]>\r\n::error::",
            here,
            List.of(
                new GoroutineReport(1, "", "done", "", List.of(), List.of()),
                new GoroutineReport(2, "\u202e'\"><img>", "chan send", channel, here, here)),
            new Schedule("1.1"),
            List.of(
                new Step(2, 0, "send", channel, "\"\\\u0007 \ufeff {}[](x)", here, false, false)),
            0);
    return new Judged(
        structural().finding(),
        new Verdict.Confirmed("Mirrors", failure),
        List.of(run(failure)),
        SCOPE);
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

  /** A suppression that suppresses nothing, at a column of the first line of a source. */
  static Report unusedSuppression(String source, int column, int endColumn) {
    Position at = new Position(FILE, 1, column, 1, endColumn);
    String rule = "unused-suppression";
    Finding finding = new Finding(rule, "of no use", at, "Mirrors", List.of(), List.of(), rule);
    return new Report(
        List.of(result(new Judged(finding, new Verdict.Structural(), List.of(), SCOPE))),
        View.ALL,
        List.of(),
        Map.of(rule, rule(rule, Level.WARNING)),
        new Replay("./chanlint", List.of()),
        1,
        Optional.empty(),
        "0.1.0",
        Map.of(FILE, source));
  }

  /** A result at a place. */
  static Result at(String file, int line, int column) {
    Position at = new Position(file, line, column, line, column + 1);
    Finding finding = new Finding("misuse-spin", "spins", at, "A.a", List.of(), List.of(), "a");
    return result(new Judged(finding, new Verdict.Structural(), List.of(), SCOPE));
  }

  static Judged structural() {
    Finding spin =
        new Finding(
            "misuse-spin", "spins", position(20, 1, 1), "Mirrors.first", List.of(), List.of(), "x");
    return new Judged(spin, new Verdict.Structural(), List.of(), SCOPE);
  }

  private static Run run(Failure... failures) {
    return new Run(
        "Mirrors",
        new Exploration(
            1024, failures.length == 0, true, List.of(failures), Set.of(), List.of(), Set.of()),
        1);
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

package dev.chanlint.analyzer.cli;

import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.exhausted;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.limited;
import static dev.chanlint.analyzer.confirm.Fixtures.site;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** Options, output and exit status, with the work itself faked. */
class ChanlintTest {

  private static final Exploration LEAKS =
      exhausted(Set.of(site(10)), failure(Fault.LEAK, List.of(blocked(2, "chan send", 10))));
  private static final Exploration CLEAN = exhausted(Set.of(site(10)));
  private static final Exploration CUT_SHORT = limited("time is up");

  private static final Exploration OUT_OF_CONTROL =
      new Exploration(
          3, false, false, List.of(), Set.of(), List.of("opens a socket"), Set.of(site(10)));

  @TempDir private static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    Files.createDirectory(classes.resolve("app"));
    Files.createFile(classes.resolve("app/Jobs.class"));
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Exploration exploration, String... args) {
    return run(exploration, false, args);
  }

  private int run(Exploration exploration, boolean onTerminal, String... args) {
    PrintWriter progress = new PrintWriter(err, true);
    return Chanlint.run(
        new FakeServices(exploration, classes),
        new Terminal(
            InputStream.nullInputStream(), progress, onTerminal, onTerminal ? Ansi.ON : Ansi.OFF),
        new PrintWriter(out, true),
        progress,
        args);
  }

  @ParameterizedTest
  @CsvSource({
    "confirmed, 1, 0, 0",
    "undecided, 1, 1, 0",
    "any,       1, 1, 0",
    "never,     0, 0, 0",
  })
  void theThresholdDecidesTheExitStatus(
      String failOn, int whenConfirmed, int whenUndecided, int whenRefuted) {
    assertThat(run(LEAKS, "check", "src", "--fail-on", failOn)).isEqualTo(whenConfirmed);
    assertThat(run(CUT_SHORT, "check", "src", "--fail-on", failOn)).isEqualTo(whenUndecided);
    assertThat(run(CLEAN, "check", "src", "--fail-on", failOn)).isEqualTo(whenRefuted);
  }

  @Test
  void aConfirmedFindingFailsByDefault() {
    assertThat(run(LEAKS, "check", "src")).isEqualTo(1);
    assertThat(out.toString())
        .contains("error: blocks for good [leak-send]", "CONFIRMED", "replay: chanlint replay ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void refutedFindingsAreShownOnRequest() {
    run(CLEAN, "check", "src", "--show-refuted");

    assertThat(out.toString()).contains("REFUTED: every schedule of main of app.Jobs was run");
  }

  @Test
  void writesSeveralFormatsAtOnce(@TempDir Path folder) throws IOException {
    Path sarif = folder.resolve("reports/chanlint.sarif");

    run(LEAKS, "check", "src", "--format", "text", "--format", "sarif=" + sarif);

    assertThat(out.toString()).contains("1 finding: 1 confirmed");
    assertThat(new ObjectMapper().readTree(Files.readString(sarif)).at("/version").asText())
        .isEqualTo("2.1.0");
  }

  @Test
  void progressGoesToStandardErrorOfATerminal() {
    run(LEAKS, true, "check", "src");

    assertThat(err.toString()).contains("exploring app.Jobs (1/1)");
    assertThat(out.toString()).doesNotContain("exploring").contains("\u001b[");
  }

  @Test
  void replayMeetsTheFaultAgain() {
    int status = run(LEAKS, "replay", "app.Jobs:1:1,2:0", "src", "--times", "100");

    assertThat(status).isEqualTo(1);
    assertThat(out.toString()).endsWith("replayed 100 times: leak in 100 of 100\n");
  }

  @Test
  void replayTakesABareScheduleAndAMainClass() {
    assertThat(run(CLEAN, "replay", "1:1,2:0", "--main", "app.Jobs", "src")).isZero();
    assertThat(out.toString()).endsWith("replayed 1 time: no fault in 1 of 1\n");
  }

  @Test
  void replayThatCannotGoOnSaysWhy() {
    assertThat(run(OUT_OF_CONTROL, "replay", "app.Jobs:1:1,2:0", "src")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("chanlint: opens a socket\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void exploreTellsTheFaultsAndHowToReplayThem() {
    assertThat(run(LEAKS, "explore", "app.Jobs", "src")).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("leak: it went wrong\n")
        .contains("\nreplay: chanlint replay app.Jobs:1.2.1 src\n")
        .endsWith("\napp.Jobs: 1 fault in 12 executions, every schedule that can differ\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void exploreOfAMethodIsReplayedAsSuch() {
    run(LEAKS, "explore", "app.Jobs#test", "--classes", "src");

    assertThat(out.toString())
        .contains("\nreplay: chanlint replay 'app.Jobs#test:1.2.1' --classes src\n");
    assertThat(run(LEAKS, "replay", "app.Jobs#test:1.2.1", "--classes", "src")).isEqualTo(1);
  }

  @Test
  void exploreSaysWhatItDidNotRun() {
    assertThat(run(CLEAN, "explore", "app.Jobs", "src")).isZero();
    assertThat(run(CUT_SHORT, "explore", "app.Jobs", "src")).isZero();
    assertThat(run(OUT_OF_CONTROL, "explore", "app.Jobs", "src")).isEqualTo(2);
    assertThat(out.toString())
        .isEqualTo(
            """
            app.Jobs: no fault in 12 executions, every schedule that can differ
            app.Jobs: UNDECIDED, no fault in 12 executions: time is up
            app.Jobs: UNDECIDED, no fault in 3 executions: opens a socket
            """);
  }

  @Test
  void exploreWritesAReproducer(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("app/JobsTest.java");

    run(LEAKS, "explore", "app.Jobs", "src", "--reproducer", file.toString());

    assertThat(Files.readString(file))
        .startsWith("package app;\n")
        .contains("final class JobsTest {", "entry = \"app.Jobs\"", "replay = \"1.2.1\"");
  }

  @Test
  void explainsARule() {
    assertThat(run(CLEAN, "explain", "leak-send")).isZero();
    assertThat(out.toString())
        .isEqualTo("leak-send\n\nA send that nobody receives.\n\n    ch.send(1);\n");
  }

  @Test
  void explainsWhatIsReportedWithoutARule() {
    assertThat(run(CLEAN, "explain", "explored-deadlock")).isZero();
    assertThat(out.toString()).contains("no rule predicted");
  }

  @Test
  void listsTheRules() {
    assertThat(run(CLEAN, "rules")).isZero();
    assertThat(out.toString()).isEqualTo("leak-send  leak  A send that nobody receives.\n");
  }

  @Test
  void saysItsVersion() {
    assertThat(run(CLEAN, "--version")).isZero();
    assertThat(out.toString()).startsWith("chanlint ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                | no command given; chanlint --help lists them",
        "chekc src                         | Unmatched arguments from index 0: 'chekc', 'src'",
        "check                             | Missing required parameter: 'PATH'",
        "check no/such/folder              | no/such/folder: no such file or folder",
        "check src --classes no/such       | --classes no/such: no such folder",
        "check src --format yaml           | --format: unknown format 'yaml'; known: text, gnu,",
        "check src --format sarif=         | --format: 'sarif=' names no file after the =",
        "check src --format sarif=src/test | format: src/test cannot be written: it is a folder",
        "check src --format sarif=pom.xml/a | pom.xml/a: cannot be written",
        "check src --format text --format text | format: text would be written twice",
        "check src --format gnu=a.txt --format text=a.txt | format: a.txt would be written twice",
        "merge pom.xml --format json=src   | format: src cannot be written: it is a folder",
        "check src --budget soon           | --budget: 'soon' is no amount; it reads like 500ms, 10s, 2m, 5000",
        "check src --finding-budget 0      | --finding-budget: '0' is no amount; it reads like",
        "check src --total-budget 10s,     | --total-budget: '10s,' is no amount; it reads like",
        "check src --allow all             | --allow: 'all' is none of net, process, property, write:GLOB",
        "check src --fail-on often         | --fail-on: 'often' is none of confirmed, undecided",
        "check src --fail-on confirmd      | did you mean confirmed?",
        "check src --jobs 0                | --jobs: '0' is no whole number from 1 to 9999",
        "check src --min-level bad         | --min-level: 'bad' is none of error, warning, note",
        "check src --rule leak-sent=off    | --rule: unknown rule 'leak-sent'; did you mean",
        "check src --rule leak-send=of     | --rule: 'of' is none of off, note, warning, error, only",
        "check src --exclude [             | '[' is no pattern",
        "check src --entry-point app.Job   | entry-point: no main or test app.Job; did you mean",
        "check src --baseline no/such.json | no/such.json: no such file",
        "check src --baseline src/test/resources/sarif/sarif-schema-2.1.0.json | no baseline: other JSON than",
        "check src --config no/such.toml   | --config no/such.toml: no such file",
        "check src --config src            | --config src: a folder, and not a file",
        "check src --baseline src          | src: cannot be read: Is a directory",
        "check src --jobs -1               | --jobs: '-1' is no whole number from 1 to 9999",
        "check src --jobs 1 --jobs 2       | option '--jobs' (N) should be specified only once",
        "check src --classes pom.xml       | --classes pom.xml: no such folder",
        "check src --allow write:[         | --allow: '[' is no pattern",
        "check src --shard 3/2 --format json | '3/2' is no share: of 2 there is no 3",
        "check src --shard x               | 'x' is no share; it reads like 1/4",
        "check src --shard 1/2             | --shard: chanlint merge reads --format json=FILE",
        "check -                           | -: --stdin-filename must say what to call it",
        "check src --stdin-filename A.java | --stdin-filename A.java: there is no - among the paths",
        "merge                             | Missing required parameter: 'FILE'",
        "merge no/such.jsonl               | no/such.jsonl: no such file",
        "merge src                         | src: cannot be read: Is a directory",
        "merge pom.xml --cache no/such     | --cache no/such: no such folder",
        "merge pom.xml --cache pom.xml     | --cache pom.xml: no such folder",
        "merge pom.xml --cache src         | --cache src: no check has kept anything there",
        "merge a\u0000b                   | (FILE): Nul character not allowed",
        "check a\u0000b                   | Nul character not allowed",
        "merge pom.xml                     | pom.xml:1: no line of a report",
        "merge src/test/resources/report/nothing.json | 1: no line of a report: its type is missing",
        "baseline src --prune --baseline no/such.json | no/such.json: no such file",
        "baseline src --fail-on any        | Unknown option: '--fail-on'",
        "init no/such                      | no/such: no such folder",
        "rules --format xml                | 'xml'",
        "check src --gibberish             | Unknown option: '--gibberish'",
        "check src --formt text            | Unknown option: '--formt'; did you mean --format?",
        "explain leak-sent                 | unknown rule 'leak-sent'; did you mean leak-send?",
        "explain q                         | unknown rule 'q'; chanlint rules lists them",
        "explain Leak-Send                 | unknown rule 'Leak-Send'; did you mean leak-send?",
        "completion fish                   | Unmatched argument at index 1: 'fish'",
        "lsp --jobs 0                      | --jobs: '0' is no whole number from 1 to 9999",
        "replay nonsense src               | not a replay string: 'nonsense'",
        "replay Other:1:1:0 src            | no class Other in src",
        "replay app.Job:1:1:0 src          | no class app.Job in src; did you mean app.Jobs?",
        "replay 1:1:0 src                  | a schedule alone needs --main CLASS",
        "replay no/such.sarif src          | not a replay string: 'no/such.sarif'",
        "replay pom.xml src                | not a replay string: 'pom.xml'; it reads"
            + " CLASS:SCHEDULE; chanlint verify-fix reads reports",
        "verify-fix no/such.sarif src      | no/such.sarif: no such file, and not a replay string",
        "verify-fix src src                | src: cannot be read: Is a directory",
        "verify-fix pom.xml src            | pom.xml: not a report of chanlint in SARIF",
        "verify-fix src/test/resources/report/nothing.json src | not a report of chanlint in SARIF",
        "verify-fix Other:1:1:0 src        | no class Other in src",
        "verify-fix app.Jobs:1:1:0 src --budget -5s | '-5s' is no time; it reads like",
        "replay app.Jobs:1:1:0             | no code named: give source files or folders, or"
            + " --classes",
        "explore                           | Missing required parameter: 'CLASS[#METHOD]'",
        "explore Other#test src            | no class Other in src",
        "explore App.jobs src              | no class App.jobs in src; did you mean app.Jobs?",
        "explore app.Jobs                  | no code named: give source files or folders, or"
            + " --classes",
        "explore app.Jobs no/such          | no/such: no such file or folder",
        "explore app.Jobs --classes no/such | --classes no/such: no such folder",
        "explore app.Jobs src --strategy x | 'x' is no strategy; it reads dpor, naive",
        "explore app.Jobs src --max-executions 0 | --max-executions 0: one at least must be run",
        "explore app.Jobs src --reproducer a/b-c.java | --reproducer a/b-c.java: the name of a",
        "replay app.Jobs:1:1:0 src --times 0 | --times 0: it must be run once at least",
      })
  void badInputGetsOneClearLine(String args, String complaint) {
    int status = run(CLEAN, args.isEmpty() ? new String[0] : args.split(" +"));

    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).startsWith("chanlint: ").contains(complaint).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }
}

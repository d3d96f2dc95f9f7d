package dev.chanlint.analyzer.cli;

import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.exhausted;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.site;

import dev.chanlint.analyzer.fuzz.ByteEdit;
import dev.chanlint.analyzer.fuzz.Corpus;
import dev.chanlint.analyzer.fuzz.TextEdit;
import dev.chanlint.explorer.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Configurations, baselines, reports and command lines that are wrong get one clear line. */
class InputFuzzTest {

  private static final List<Corpus.Text> CONFIGURATIONS =
      Corpus.below(Path.of("src/test/resources/config"), ".toml");

  private Path folder = Path.of("");
  private Path classes = Path.of("");

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("fuzz");
    classes = Files.createDirectories(folder.resolve("classes/app"));
    Files.createFile(classes.resolve("Jobs.class"));
  }

  @AfterTry
  void deleteFolder() throws IOException {
    Folders.delete(folder);
  }

  /**
   * What is done to a file.
   *
   * @param texts to its text
   * @param bytes to its bytes
   */
  record Edits(List<TextEdit> texts, List<ByteEdit> bytes) {

    byte[] of(String text) {
      String changed = text;
      for (TextEdit edit : texts) {
        changed = edit.of(changed);
      }
      byte[] content = changed.getBytes(StandardCharsets.UTF_8);
      for (ByteEdit edit : bytes) {
        content = edit.of(content);
      }
      return content;
    }
  }

  /** What is given to the command. */
  enum Input {
    /** A configuration. */
    CONFIGURATION("check", "src", "--config"),
    /** A configuration of those who join reports. */
    CONFIGURATION_OF_MERGE("merge", "report", "--config"),
    /** A baseline. */
    BASELINE("check", "src", "--baseline"),
    /** A baseline to tidy up. */
    OLD_BASELINE("baseline", "src", "--prune", "--baseline"),
    /** A report to join. */
    REPORT("merge", "--format", "text", "--format", "html=page", "--format", "sarif=sarif"),
    /** A report whose witnesses are run again. */
    WITNESSES("verify-fix");

    private final List<String> words;

    Input(String... words) {
      this.words = List.of(words);
    }
  }

  @Provide
  Arbitrary<Edits> edits() {
    return Combinators.combine(
            TextEdit.any().list().ofMinSize(1).ofMaxSize(5), ByteEdit.any().list().ofMaxSize(1))
        .as(Edits::new);
  }

  @Property(tries = 100, seed = "2026")
  void sampleOfFiles(@ForAll Input input, @ForAll("edits") Edits edits) throws IOException {
    give(input, edits);
  }

  @Tag("sweep")
  @Property(tries = 300_000)
  void files(@ForAll Input input, @ForAll("edits") Edits edits) throws IOException {
    give(input, edits);
  }

  private void give(Input input, Edits edits) throws IOException {
    Path file = Files.write(folder.resolve("input"), edits.of(original(input, edits)));
    List<String> words = new ArrayList<>(input.words);
    words.replaceAll(this::located);
    words.add(file.toString());
    if (input == Input.WITNESSES) {
      words.add("src");
    }
    run(words).assertClear();
  }

  /** Files are in the folder. */
  private String located(String word) {
    return word.equals("report")
        ? report("json").toString()
        : word.replaceFirst("=(page|sarif)", "=" + folder + "/$1");
  }

  private String original(Input input, Edits edits) throws IOException {
    return switch (input) {
      case CONFIGURATION, CONFIGURATION_OF_MERGE ->
          CONFIGURATIONS.get(edits.texts().getFirst().size() % CONFIGURATIONS.size()).text();
      case BASELINE, OLD_BASELINE -> {
        Path file = folder.resolve("baseline");
        run(List.of("baseline", "src", "--baseline", file.toString())).assertClear();
        yield Files.readString(file);
      }
      case REPORT -> Files.readString(report("json"));
      case WITNESSES -> Files.readString(report("sarif"));
    };
  }

  private Path report(String format) {
    Path file = folder.resolve("report." + format);
    run(List.of("check", "src", "--format", format + "=" + file)).assertClear();
    return file;
  }

  private Tried run(List<String> words) {
    FakeServices services =
        new FakeServices(
            exhausted(Set.of(site(10)), failure(Fault.LEAK, List.of(blocked(2, "chan send", 10)))),
            classes.resolve(".."));
    return Tried.of(services, "class Jobs {}", words);
  }

  @Property(tries = 100, seed = "2026")
  void sampleOfCommandLines(@ForAll("commandLines") List<String> words) {
    runAt(words);
  }

  @Tag("sweep")
  @Property(tries = 100_000)
  void commandLines(@ForAll("commandLines") List<String> words) {
    runAt(words);
  }

  /** What writes where it stands is told to write elsewhere. */
  private void runAt(List<String> words) {
    List<String> located = new ArrayList<>(words);
    located.replaceAll(word -> word.replace("FOLDER", folder.toString()));
    if (located.contains("baseline")) {
      located.addAll(List.of("--baseline", folder.resolve("known.json").toString()));
    }
    run(located).assertClear();
  }

  /** A command and words that it may know; the server is no command that ends by itself. */
  @Provide
  Arbitrary<List<String>> commandLines() {
    List<CommandSpec> commands =
        Chanlint.specification().subcommands().entrySet().stream()
            .filter(entry -> !Set.of("lsp", "init").contains(entry.getKey()))
            .map(entry -> entry.getValue().getCommandSpec())
            .toList();
    return Arbitraries.of(commands)
        .flatMap(
            command ->
                words(command)
                    .list()
                    .ofMaxSize(6)
                    .map(
                        words ->
                            Stream.concat(Stream.of(command.name()), words.stream()).toList()));
  }

  private static Arbitrary<String> words(CommandSpec command) {
    List<String> options =
        command.options().stream().map(OptionSpec::names).flatMap(Stream::of).toList();
    return Arbitraries.oneOf(
        Arbitraries.of(options),
        Arbitraries.of(
            "src",
            "-",
            "--",
            "",
            " ",
            "FOLDER",
            "FOLDER/none",
            "FOLDER/x.java",
            "leak-send",
            "leak-send=off",
            "leak-send=",
            "=",
            "text",
            "sarif=FOLDER/x",
            "json=FOLDER/x",
            "xml",
            "any",
            "never",
            "1/2",
            "0/0",
            "10s",
            "10s,5",
            "0",
            "1",
            "-1",
            "99999999999",
            "app.Jobs",
            "app.Jobs#main",
            "app.Jobs:1:1:0",
            "app.Jobs:1:1x3,2:5f",
            "@FOLDER/none",
            "[",
            "**",
            "{",
            "bounded(1)",
            "dpor",
            "net",
            "write:",
            "write:[",
            "HEAD",
            "A.java",
            "\u0000",
            "\uD800",
            "é",
            "--no-such",
            "--format=",
            "--jobs=x",
            "%s",
            "%n%1$s",
            "${sys:user.home}",
            "\n"),
        Arbitraries.strings().ofMaxLength(8));
  }
}

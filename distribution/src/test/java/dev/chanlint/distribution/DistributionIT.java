package dev.chanlint.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users download, unpacked and run. */
class DistributionIT {

  private static final String ARCHIVES =
      Objects.requireNonNull(System.getProperty("chanlint.archives"));
  private static final String VERSION =
      Objects.requireNonNull(System.getProperty("chanlint.version"));
  private static final Path SEEDS = Path.of("../testdata/seeds").toAbsolutePath().normalize();
  private static final int SHARES = 3;

  /** Seeds to share, with mistakes and without. */
  private static final String[] SHARED = {
    "Buffered0.java",
    "CrossedLocks.java",
    "EarlyReturn.java",
    "OrderedLocks.java",
    "ParallelSum.java"
  };

  /** Of libraries that a program under the Apache licence may be shipped with, as jars. */
  private static final Set<String> LICENCES =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "CECILL-C", "LGPL");

  @TempDir private static Path folder = Path.of("");

  private static Path home = Path.of("");

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    Ran tar = run(folder, "tar", "-xzf", ARCHIVES + ".tar.gz");
    assertThat(tar.status()).as(tar.err()).isZero();
    home = folder.resolve("chanlint-" + VERSION);
  }

  /** What a command did. */
  private record Ran(int status, String out, String err) {}

  private static ProcessBuilder command(Path where, List<String> words, Path out) {
    return new ProcessBuilder(words)
        .directory(where.toFile())
        .redirectOutput(out.toFile())
        .redirectError(out.resolveSibling(out.getFileName() + ".err").toFile());
  }

  private static Ran run(Path where, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "run", ".out");
    int status = command(where, List.of(words), out).start().waitFor();
    return new Ran(
        status,
        Files.readString(out),
        Files.readString(out.resolveSibling(out.getFileName() + ".err")));
  }

  private static String launcher() {
    return home.resolve("bin/chanlint").toString();
  }

  @Test
  void saysItsVersion() throws IOException, InterruptedException {
    Ran ran = run(folder, launcher(), "--version");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("chanlint " + VERSION + "\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void findsAndConfirmsWithoutColoursOrProgressWhereNobodyLooksOn()
      throws IOException, InterruptedException {
    Ran ran = run(SEEDS, launcher(), "check", "CrossedLocks.java");

    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains("CrossedLocks.java:", "[deadlock-lock-order]", "CONFIRMED")
        .doesNotContain("\u001b");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void runsThroughALinkAndFromAFolderWithABlank() throws IOException, InterruptedException {
    Path blank = Files.createDirectories(folder.resolve("a folder"));
    Path link = Files.createSymbolicLink(blank.resolve("lint"), Path.of(launcher()));

    assertThat(run(blank, link.toString(), "rules").out()).contains("leak-send");
  }

  @Test
  void aCheckKeepsLoadedClassesForTheNextStart() throws IOException, InterruptedException {
    Path moved = folder.resolve("moved");
    assertThat(run(folder, "cp", "-r", home.toString(), moved.toString()).status()).isZero();
    run(folder, "rm", "-rf", moved.resolve("cache").toString());
    String launcher = moved.resolve("bin/chanlint").toString();

    run(folder, launcher, "rules");
    assertThat(moved.resolve("cache")).as("rules load little").isEmptyDirectory();

    run(SEEDS, launcher, "check", "CrossedLocks.java");
    try (Stream<Path> kept = Files.list(moved.resolve("cache"))) {
      assertThat(kept).hasSize(1).allMatch(file -> file.toFile().length() > 1 << 20);
    }
  }

  @Test
  void complainsInOneLineWhereItCannotRun() throws IOException, InterruptedException {
    Path alone = Files.createDirectories(folder.resolve("alone/bin")).resolve("chanlint");
    Files.copy(Path.of(launcher()), alone);

    Ran ran = run(folder, "sh", alone.toString(), "rules");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).startsWith("chanlint: ").contains("lib: no such folder").hasLineCount(1);
  }

  /** A machine at work on the seeds that knows nothing yet; its cache is in a folder of its own. */
  private static Process machine(String name, List<String> command) throws IOException {
    ProcessBuilder builder = command(SEEDS, command, folder.resolve(name + ".out"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve(name).toString());
    return builder.start();
  }

  private static Path cache(String machine) {
    return folder.resolve(machine).resolve("chanlint");
  }

  @Test
  void sharesRunByThemselvesJoinToWhatOneRunWritesAndKeeps()
      throws IOException, InterruptedException {
    String[] formats = {"text", "sarif", "json", "checkstyle"};
    // As much is run everywhere, however slow the machine.
    List<String> check = with(List.of(launcher(), "check", "--budget", "60m,100"), SHARED);
    List<Process> running = new ArrayList<>();
    List<String> merge = new ArrayList<>(List.of(launcher(), "merge"));
    for (int i = 1; i <= SHARES; i++) {
      String part = folder.resolve(i + ".jsonl").toString();
      running.add(
          machine(
              "share" + i, with(check, "--shard", i + "/" + SHARES, "--format", "json=" + part)));
      merge.addAll(List.of(part, "--cache", cache("share" + i).toString()));
    }
    for (Process process : running) {
      assertThat(process.waitFor()).isZero();
    }
    List<String> whole = new ArrayList<>(check);
    for (String format : formats) {
      whole.addAll(List.of("--format", format + "=" + folder.resolve("whole." + format)));
      merge.addAll(List.of("--format", format + "=" + folder.resolve("merged." + format)));
    }
    assertThat(machine("whole", whole).waitFor()).isEqualTo(1);
    assertThat(machine("merged", merge).waitFor()).isEqualTo(1);
    for (String format : formats) {
      assertThat(folder.resolve("merged." + format))
          .hasSameTextualContentAs(folder.resolve("whole." + format));
    }
    Ran compared = run(folder, "diff", "-r", cache("whole").toString(), cache("merged").toString());
    assertThat(compared.out() + compared.err()).isEmpty();
  }

  private static List<String> with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toList();
  }

  @Test
  void completesInBash() throws IOException, InterruptedException {
    assumeThat(Path.of("/bin/bash")).exists();
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, run(folder, launcher(), "completion").out());

    Ran ran =
        run(
            folder,
            "bash",
            "-c",
            "source "
                + script
                + "; COMP_WORDS=(chanlint che); COMP_CWORD=1; COMP_LINE='chanlint che';"
                + " _complete_chanlint; echo \"${COMPREPLY[@]}\"");
    assertThat(ran.out().strip()).isEqualTo("check");
  }

  @Test
  void hasAManualPageForEachCommand() throws IOException, InterruptedException {
    String help = run(folder, launcher(), "--help").out();
    for (String command : List.of("check", "explore", "lsp", "baseline", "merge", "explain")) {
      assertThat(help).contains("  " + command);
      assertThat(home.resolve("man/man1/chanlint-" + command + ".1"))
          .content()
          .contains(".TH", "EXAMPLES");
    }
    assertThat(home.resolve("man/man1/chanlint.1")).exists();
  }

  @Test
  void everyLibraryIsInTheBillOfMaterialsUnderALicenceThatAllowsIt() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(home.resolve("sbom.json").toFile());
    List<String> billed = new ArrayList<>();
    for (JsonNode component : bill.path("components")) {
      String name = component.path("name").asText() + "-" + component.path("version").asText();
      billed.add(name + ".jar");
      assertThat(component.path("licenses"))
          .as(name)
          .map(choice -> choice.path("license"))
          .map(licence -> licence.path("id").asText(licence.path("name").asText()))
          .anyMatch(LICENCES::contains);
    }
    try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
      assertThat(libraries.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(billed);
    }
  }

  @Test
  void theZipHoldsTheSame() throws IOException {
    try (ZipFile zip = new ZipFile(ARCHIVES + ".zip");
        Stream<Path> files = Files.walk(home)) {
      List<String> zipped =
          zip.stream().map(Object::toString).filter(name -> !name.endsWith("/")).sorted().toList();
      assertThat(zipped)
          .containsExactlyElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.startsWith(home.resolve("cache")))
                  .map(file -> folder.relativize(file).toString())
                  .sorted()
                  .toList());
    }
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.fuzz.ByteEdit;
import dev.chanlint.analyzer.fuzz.TextEdit;
import dev.chanlint.analyzer.project.Project;
import dev.chanlint.analyzer.project.ProjectException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/** Class files, archives and schedules that are damaged get findings or one clear line. */
class BinaryFuzzTest {

  private static final Path SOURCE = Path.of("../testdata/seeds/CrossedLocks.java");
  private static final String SCHEDULE = "1:1x4,2,3:4a5f5802";

  private static Path compiled = Path.of("");

  private Path folder = Path.of("");

  @BeforeContainer
  static void compile() throws IOException, ProjectException {
    compiled = Files.createTempDirectory("fuzz-classes");
    String classPath =
        Project.libraries(List.of()).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", compiled.toString(), SOURCE.toString());
    if (status != 0) {
      throw new IllegalStateException(SOURCE + " does not compile");
    }
  }

  @AfterContainer
  static void deleteCompiled() throws IOException {
    Folders.delete(compiled);
  }

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("fuzz");
  }

  @AfterTry
  void deleteFolder() throws IOException {
    Folders.delete(folder);
  }

  @Provide
  Arbitrary<List<ByteEdit>> edits() {
    return ByteEdit.any().list().ofMinSize(1).ofMaxSize(3);
  }

  // Checking

  @Property(tries = 6, seed = "2026")
  void sampleOfClasses(@ForAll("edits") List<ByteEdit> edits) throws IOException {
    checkClasses(edits);
  }

  @Tag("sweep")
  @Property(tries = 20_000)
  void classes(@ForAll("edits") List<ByteEdit> edits) throws IOException {
    checkClasses(edits);
  }

  private void checkClasses(List<ByteEdit> edits) throws IOException {
    damage(edits);
    check("--classes", folder.toString()).assertClear();
  }

  @Property(tries = 6, seed = "2026")
  void sampleOfArchives(@ForAll("edits") List<ByteEdit> edits) throws IOException {
    checkArchive(edits);
  }

  @Tag("sweep")
  @Property(tries = 20_000)
  void archives(@ForAll("edits") List<ByteEdit> edits) throws IOException {
    checkArchive(edits);
  }

  private void checkArchive(List<ByteEdit> edits) throws IOException {
    Path archive = folder.resolve("library.jar");
    Files.write(archive, changed(archived(archive), edits));
    check("--classpath", archive.toString()).assertClear();
  }

  private static byte[] archived(Path archive) throws IOException {
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Path type : compiledClasses()) {
        zip.putNextEntry(new ZipEntry(type.getFileName().toString()));
        zip.write(Files.readAllBytes(type));
      }
    }
    return Files.readAllBytes(archive);
  }

  private static Tried check(String option, String value) {
    return Tried.of(
        new NothingRun(), "", List.of("check", SOURCE.toString(), "--no-cache", option, value));
  }

  // Running

  @Property(tries = 5, seed = "2026")
  void sampleOfRuns(@ForAll("edits") List<ByteEdit> edits) throws IOException {
    runClasses(edits);
  }

  @Tag("sweep")
  @Property(tries = 2_000)
  void runs(@ForAll("edits") List<ByteEdit> edits) throws IOException {
    runClasses(edits);
  }

  private void runClasses(List<ByteEdit> edits) throws IOException {
    damage(edits);
    run("explore", "CrossedLocks", "--max-executions", "20").assertClear();
  }

  @Property(tries = 5, seed = "2026")
  void sampleOfSchedules(@ForAll("schedules") String schedule) throws IOException {
    replay(schedule);
  }

  @Tag("sweep")
  @Property(tries = 2_000)
  void schedules(@ForAll("schedules") String schedule) throws IOException {
    replay(schedule);
  }

  @Provide
  Arbitrary<String> schedules() {
    Arbitrary<String> changed =
        TextEdit.any()
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(
                edits -> {
                  String text = SCHEDULE;
                  for (TextEdit edit : edits) {
                    text = edit.of(text);
                  }
                  return text.substring(0, Math.min(text.length(), 50_000));
                });
    Arbitrary<String> made =
        Arbitraries.strings().withChars("0123456789xaf,:~.-").ofMinLength(1).ofMaxLength(30);
    return Arbitraries.oneOf(
        changed, made, made.map(tail -> "1:" + tail), made.map(head -> head + ":4a5f5802"));
  }

  private void replay(String schedule) throws IOException {
    damage(List.of());
    run("replay", "CrossedLocks:" + schedule).assertClear();
  }

  private Tried run(String... words) {
    return Tried.of(
        new Installed(),
        "",
        Stream.concat(Stream.of(words), Stream.of("--classes", folder.toString())).toList());
  }

  /** Has the classes in the folder, one of them changed. */
  private void damage(List<ByteEdit> edits) throws IOException {
    List<Path> types = compiledClasses();
    int damaged = edits.isEmpty() ? -1 : edits.getFirst().size() % types.size();
    for (int i = 0; i < types.size(); i++) {
      byte[] content = Files.readAllBytes(types.get(i));
      Files.write(
          folder.resolve(types.get(i).getFileName()),
          i == damaged ? changed(content, edits) : content);
    }
  }

  private static List<Path> compiledClasses() throws IOException {
    try (Stream<Path> files = Files.list(compiled)) {
      return files.sorted().toList();
    }
  }

  private static byte[] changed(byte[] content, List<ByteEdit> edits) {
    byte[] changed = content;
    for (ByteEdit edit : edits) {
      changed = edit.of(changed);
    }
    return changed;
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.fuzz.ByteEdit;
import dev.chanlint.analyzer.fuzz.Corpus;
import dev.chanlint.analyzer.fuzz.Growth;
import dev.chanlint.analyzer.fuzz.TextEdit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Sources that nobody would write get findings or one clear line. */
class SourceFuzzTest {

  private static final Corpus SOURCES = Corpus.sources();
  private static final Services SERVICES = new NothingRun();

  private Path folder = Path.of("");

  /**
   * A source that was changed.
   *
   * @param original what it was
   * @param texts what was done to its text
   * @param charset what the text was then written in
   * @param bytes what was done to that
   */
  record Changed(
      Corpus.Text original, List<TextEdit> texts, Charset charset, List<ByteEdit> bytes) {

    byte[] content() {
      String text = original.text();
      for (TextEdit edit : texts) {
        text = edit.of(text);
      }
      byte[] content = text.getBytes(charset);
      for (ByteEdit edit : bytes) {
        content = edit.of(content);
      }
      return content;
    }
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
  Arbitrary<List<Changed>> sources() {
    return changed().list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Changed> changed() {
    return Combinators.combine(
            Arbitraries.of(SOURCES.texts()),
            TextEdit.any().list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(StandardCharsets.UTF_8)),
                Tuple.of(
                    2,
                    Arbitraries.of(
                        StandardCharsets.ISO_8859_1,
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE))),
            ByteEdit.any().list().ofMaxSize(1))
        .as(Changed::new);
  }

  @Property(tries = 12, seed = "2026")
  void sampleOfChangedSources(@ForAll("sources") List<Changed> sources) throws IOException {
    check(sources);
  }

  @Tag("sweep")
  @Property(tries = 30_000)
  void changedSources(@ForAll("sources") List<Changed> sources) throws IOException {
    check(sources);
  }

  private void check(List<Changed> sources) throws IOException {
    for (Changed source : sources) {
      Files.write(folder.resolve(source.original().name()), source.content());
    }
    checkFolder();
  }

  private void checkFolder() {
    Tried.of(SERVICES, "", List.of("check", folder.toString(), "--no-cache")).assertClear();
  }

  /** Sources that broke something once. */
  @Example
  void formerBreakers() {
    Tried.of(SERVICES, "", List.of("check", "src/test/resources/fuzz", "--no-cache")).assertClear();
  }

  @Property(tries = 8, seed = "2026")
  void sampleOfGrownSources(@ForAll Growth growth, @ForAll("small") int depth) throws IOException {
    grow(growth, depth);
  }

  @Tag("sweep")
  @Property(tries = 2_000)
  void grownSources(@ForAll Growth growth, @ForAll("any") int depth) throws IOException {
    grow(growth, depth);
  }

  @Provide
  Arbitrary<Integer> small() {
    return Arbitraries.of(3, 30, 300);
  }

  @Provide
  Arbitrary<Integer> any() {
    return Arbitraries.of(1, 10, 100, 1_000, 3_000, 10_000);
  }

  private void grow(Growth growth, int depth) throws IOException {
    Files.writeString(folder.resolve("Grown.java"), growth.source(depth));
    checkFolder();
  }
}

package dev.chanlint.analyzer.fuzz;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Inputs as people write them, to be changed.
 *
 * @param texts each with the name of its file
 */
public record Corpus(List<Text> texts) {

  /** Larger sources make tries slow and change nothing. */
  private static final int LARGEST = 60_000;

  /** Every so many files of an archive are enough of it. */
  private static final int STRIDE = 23;

  /**
   * A text.
   *
   * @param name its file's name
   * @param text what is in it
   */
  public record Text(String name, String text) {

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * This project's test data, and what is in the archives below the folders and archives that the
   * property {@code chanlint.fuzz.sources} names.
   *
   * @return sources
   */
  public static Corpus sources() {
    List<Text> texts = new ArrayList<>();
    for (String folder : List.of("../testdata", "src/test/resources", "../examples")) {
      texts.addAll(below(Path.of(folder), ".java"));
    }
    Arrays.stream(System.getProperty("chanlint.fuzz.sources", "").split(File.pathSeparator, -1))
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .flatMap(Corpus::archives)
        .forEach(archive -> texts.addAll(inside(archive)));
    return new Corpus(texts);
  }

  /**
   * The files below a folder that end so.
   *
   * @param folder where they are
   * @param suffix how their names end
   * @return what is in them, in the order of their paths
   */
  public static List<Text> below(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .map(Corpus::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Text read(Path file) {
    try {
      return new Text(
          file.getFileName().toString(),
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> archives(Path where) {
    try (Stream<Path> files = Files.walk(where)) {
      return files
          .filter(file -> file.toString().endsWith("-sources.jar"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Text> inside(Path archive) {
    List<Text> texts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      for (int i = 0; entries.hasMoreElements(); i++) {
        ZipEntry entry = entries.nextElement();
        if (i % STRIDE == 0 && entry.getName().endsWith(".java") && entry.getSize() < LARGEST) {
          texts.add(read(zip, entry));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Text read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      String name = entry.getName();
      return new Text(
          name.substring(name.lastIndexOf('/') + 1),
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

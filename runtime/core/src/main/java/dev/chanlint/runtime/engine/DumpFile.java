package dev.chanlint.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for the JVM to write a dump of itself to, which is not there yet; deleted when closed.
 *
 * @param directory of its own
 * @param name of the file
 */
record DumpFile(Path directory, String name) implements AutoCloseable {

  static DumpFile named(String name) throws IOException {
    return new DumpFile(Files.createTempDirectory("chanlint"), name);
  }

  Path path() {
    return directory.resolve(name);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path());
    Files.delete(directory);
  }
}

package dev.chanlint.explorer.sandbox.programs;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Effects that a test allows by name, some of them beyond what it allows. */
final class AllowedEffects {

  /** The property that names the folder to write in. */
  private static final String FOLDER = "chanlint.test.folder";

  private AllowedEffects() {}

  private static Path folder() {
    return Path.of(System.getProperty(FOLDER, ""));
  }

  static void writesInside() throws IOException {
    Files.writeString(folder().resolve("out/file"), "x");
  }

  static void writesByStream() throws IOException {
    try (FileOutputStream out = new FileOutputStream(folder() + "/out/stream")) {
      out.write('x');
    }
  }

  static void deletesByReference() {
    Function<File, Boolean> delete = File::delete;
    System.out.print(delete.apply(folder().resolve("out/none").toFile()));
  }

  static void writesBeside() throws IOException {
    Files.writeString(folder().resolve("file"), "x");
  }

  static void climbsOut() throws IOException {
    Files.writeString(folder().resolve("out/../file"), "x");
  }

  static void followsALinkOut() throws IOException {
    Files.writeString(folder().resolve("out/link/file"), "x");
  }

  static void movesOut() throws IOException {
    Files.move(folder().resolve("out/here"), folder().resolve("there"));
  }

  static void listens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      System.out.print(socket.isBound());
    }
  }

  static void setsAProperty() {
    System.setProperty("chanlint.test.set", "yes");
    System.out.print(System.getProperty("chanlint.test.set"));
  }
}

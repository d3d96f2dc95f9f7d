package dev.chanlint.explorer.sandbox.programs;

import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.function.Consumer;

/** What code under test tries and is not let do. */
final class EffectPrograms {

  private static int secret;

  private EffectPrograms() {}

  @Expect(
      outputs = {},
      limit = "writes a file at EffectPrograms.java:")
  static void fileOutputStream() throws Exception {
    new FileOutputStream("/nowhere/file").close();
  }

  @Expect(
      outputs = {},
      limit = "writes a file")
  static void fileWriter() throws Exception {
    new FileWriter("/nowhere/file").close();
  }

  @Expect(
      outputs = {},
      limit = "writes a file")
  static void printStreamOnAFile() throws Exception {
    new PrintStream("/nowhere/file").close();
  }

  @Expect(
      outputs = {},
      limit = "opens a file for writing")
  static void randomAccessFile() throws Exception {
    new RandomAccessFile("/nowhere/file", "rw").close();
  }

  @Expect(
      outputs = {},
      limit = "changes the file system")
  static void filesWrite() throws Exception {
    Files.writeString(Path.of("/nowhere/file"), "x");
  }

  @Expect(
      outputs = {},
      limit = "changes the file system")
  static void fileDelete() {
    new File("/nowhere/file").delete();
  }

  @Expect(
      outputs = {},
      limit = "changes the file system")
  static void fileDeleteByReference() {
    Consumer<File> delete = File::delete;
    delete.accept(new File("/nowhere/file"));
  }

  @Expect(
      outputs = {},
      limit = "opens a socket")
  static void socket() throws Exception {
    new Socket("localhost", 9).close();
  }

  @Expect(
      outputs = {},
      limit = "opens a socket")
  static void serverSocket() throws Exception {
    new ServerSocket(0).close();
  }

  @Expect(
      outputs = {},
      limit = "opens a socket")
  static void socketChannel() throws Exception {
    SocketChannel.open(new InetSocketAddress("localhost", 9)).close();
  }

  @Expect(
      outputs = {},
      limit = "opens a connection")
  static void url() throws Exception {
    URI.create("http://localhost:9/").toURL().openStream().close();
  }

  @Expect(
      outputs = {},
      limit = "opens a connection")
  static void httpClient() {
    HttpClient.newHttpClient().close();
  }

  @Expect(
      outputs = {},
      limit = "starts a process")
  static void process() throws Exception {
    new ProcessBuilder(List.of("true")).start();
  }

  @Expect(
      outputs = {},
      limit = "starts a process")
  static void exec() throws Exception {
    Runtime.getRuntime().exec(new String[] {"true"});
  }

  @Expect(
      outputs = {},
      limit = "exits the JVM")
  static void exit() {
    System.exit(7);
  }

  @Expect(
      outputs = {},
      limit = "exits the JVM")
  static void halt() {
    Runtime.getRuntime().halt(7);
  }

  @Expect(
      outputs = {},
      limit = "loads native code")
  static void nativeLibrary() {
    System.loadLibrary("none");
  }

  @Expect(
      outputs = {},
      limit = "sets a stream of the JVM")
  static void setOut() {
    System.setOut(System.err);
  }

  @Expect(
      outputs = {},
      limit = "sets a shutdown hook")
  static void shutdownHook() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
  }

  @Expect(
      outputs = {},
      limit = "sets a property of the JVM")
  static void property() {
    System.setProperty("chanlint.test", "x");
  }

  @Expect(
      outputs = {},
      limit = "sets a default of the JVM")
  static void locale() {
    Locale.setDefault(Locale.ROOT);
  }

  @Expect(
      outputs = {},
      limit = "sets a default of the JVM")
  static void timeZone() {
    TimeZone.setDefault(null);
  }

  @Expect(
      outputs = {},
      limit = "accesses a field by reflection")
  static void reflection() throws Exception {
    Field field = EffectPrograms.class.getDeclaredField("secret");
    field.setInt(null, secret + 1);
  }

  @Expect(
      outputs = {},
      limit = "runs a parallel stream, which is not modelled")
  static void parallelStream() {
    Arrays.asList(1, 2, 3).parallelStream().forEach(i -> {});
  }

  @Expect(
      outputs = {},
      limit = "starts a java.util.Timer, which is not modelled")
  static void timer() {
    new Timer().cancel();
  }

  @Expect(
      outputs = {},
      limit = "uses Phaser.arrive, which is not modelled")
  static void phaser() {
    new Phaser(1).arrive();
  }

  @Expect(
      outputs = {},
      limit = "uses CompletableFuture.runAsync, which is not modelled")
  static void completableFuture() {
    CompletableFuture.runAsync(() -> {}).join();
  }

  @Expect(
      outputs = {},
      limit = "reads standard input")
  static void standardInput() throws Exception {
    System.in.read();
  }

  @Expect(outputs = "out|")
  static void standardError() {
    System.err.println("dropped");
    System.out.println("out");
  }
}

package dev.chanlint.explorer.sandbox.programs;

import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.foreign.Linker;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What code under test tries and is not let do. */
final class EffectPrograms {

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
      limit = "runs a parallel stream, which is not modelled")
  static void parallelStream() {
    Arrays.asList(1, 2, 3).parallelStream().forEach(i -> {});
  }

  @Expect(
      outputs = {},
      limit = "uses java.util.concurrent.SubmissionPublisher, which is not modelled")
  static void unmodelledClass() {
    new SubmissionPublisher<String>().submit("a");
  }

  @Expect(
      outputs = {},
      limit = "runs in parallel, which is not modelled")
  static void parallelSort() {
    Arrays.parallelSort(new int[] {2, 1});
  }

  @Expect(
      outputs = {},
      limit = "runs in parallel, which is not modelled")
  static void parallelBulkOperation() {
    new ConcurrentHashMap<>(Map.of(1, 2)).forEach(1, (key, value) -> {});
  }

  @Expect(
      outputs = {},
      limit = "runs a parallel stream, which is not modelled")
  static void parallelStreamOfASpliterator() {
    StreamSupport.stream(List.of(1, 2).spliterator(), true).forEach(i -> {});
  }

  @Expect(outputs = "12")
  static void sequentialStreamOfASpliterator() {
    StreamSupport.stream(List.of(1, 2).spliterator(), false).forEach(System.out::print);
  }

  @Expect(
      outputs = {},
      limit = "sets a default of the JVM")
  static void securityProvider() {
    Security.setProperty("networkaddress.cache.ttl", "0");
  }

  @Expect(
      outputs = {},
      limit = "calls native code")
  static void foreignFunction() {
    Linker.nativeLinker();
  }

  @Expect(
      outputs = {},
      limit = "inherits values from thread to thread, which is not modelled")
  static void inheritableThreadLocal() {
    new InheritableThreadLocal<String>().set("a");
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

  private static final class Completer extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1L;

    @Override
    public void compute() {
      tryComplete();
    }
  }

  @Expect(
      outputs = {},
      limit = "uses CountedCompleter.invoke, which is not modelled")
  static void unmodelledSuperclass() {
    new Completer().invoke();
  }
}

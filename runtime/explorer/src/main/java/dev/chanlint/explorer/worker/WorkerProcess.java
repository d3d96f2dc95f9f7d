package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parent's side of one worker JVM. Used by one thread at a time. */
public final class WorkerProcess implements AutoCloseable {

  /** What the JVM ends with on an {@code OutOfMemoryError}: {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int LAST_LINES = 20;

  /** What arrived, or that nothing more will. */
  private record Arrival(@Nullable Message message) {}

  private final Process process;
  private final Connection connection;
  private final int maxHeapMegabytes;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private volatile boolean closed;

  private WorkerProcess(Process process, int maxHeapMegabytes) {
    this.process = process;
    this.maxHeapMegabytes = maxHeapMegabytes;
    this.connection = new Connection(process.getInputStream(), process.getOutputStream());
    daemon("worker answers", this::readAnswers);
    daemon("worker errors", this::readErrors);
  }

  private static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts one.
   *
   * @param maxHeapMegabytes what its heap may grow to
   * @throws IOException if it cannot be started
   */
  public static WorkerProcess start(int maxHeapMegabytes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + maxHeapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + File.separator + "dev" + File.separator + "null",
            "-Xshare:auto",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djdk.trackAllThreads=false",
            "-cp",
            ownClassPath(),
            WorkerMain.class.getName()));
    return new WorkerProcess(new ProcessBuilder(command).start(), maxHeapMegabytes);
  }

  /** Where the explorer and the runtime stand. */
  private static String ownClassPath() {
    return Stream.of(WorkerMain.class, dev.chanlint.runtime.Task.class)
        .map(WorkerProcess::location)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException("cannot tell where " + type + " was loaded from", e);
    }
  }

  private void readAnswers() {
    try {
      while (true) {
        arrivals.add(new Arrival(connection.receive()));
      }
    } catch (IOException e) {
      arrivals.add(new Arrival(null));
    }
  }

  private void readErrors() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        remember(line);
      }
    } catch (IOException e) {
      remember(e.toString());
    }
  }

  private void remember(String line) {
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > LAST_LINES) {
        lastLines.remove();
      }
    }
  }

  /** Whether it can take another request. */
  public boolean isAlive() {
    return !closed && process.isAlive();
  }

  /**
   * Has a request answered. Should the worker not answer in time it is ended.
   *
   * @param patience how long to wait at most
   */
  public Exploration ask(Message request, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    List<Failure> met = new ArrayList<>();
    try {
      connection.send(request);
    } catch (IOException e) {
      return Explorations.cutShort(ending());
    }
    while (true) {
      Arrival arrival = arrivals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (arrival == null) {
        close();
        return Explorations.cutShort(
            "the code under test hangs: no answer within " + patience.toSeconds() + " s", met);
      }
      switch (arrival.message()) {
        case Message.Met failure -> met.add(failure.failure());
        case Message.Answer answer -> {
          return answer.exploration();
        }
        case null, default -> {
          return Explorations.cutShort(ending(), met);
        }
      }
    }
  }

  /** Why the worker is gone. */
  private String ending() throws InterruptedException {
    closed = true;
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      close();
      return "the worker JVM closed its output";
    }
    int status = process.exitValue();
    if (status == OUT_OF_MEMORY) {
      return "the code under test ran out of memory (" + maxHeapMegabytes + " MB)";
    }
    return "the worker JVM died with exit status "
        + status
        + lastWords().map(words -> ": " + words).orElse("");
  }

  private Optional<String> lastWords() {
    synchronized (lastLines) {
      return lastLines.stream()
          .map(line -> line.replaceFirst("^#\\s*", ""))
          .filter(line -> !line.isBlank())
          .findFirst();
    }
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    closed = true;
    process.destroyForcibly();
  }
}

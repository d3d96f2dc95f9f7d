package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.ScheduleMismatchException;
import dev.chanlint.explorer.engine.Patience;
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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parent's side of one worker JVM. Used by one thread at a time. */
public final class WorkerProcess implements AutoCloseable {

  /** What the JVM ends with on an {@code OutOfMemoryError}: {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  private static final int LAST_LINES = 20;

  /** Agents and debuggers of the parent are none of a worker's business. */
  private static final Set<String> JVM_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

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
            "--enable-preview",
            "-Djdk.trackAllThreads=false",
            "-cp",
            ownClassPath(),
            WorkerMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(JVM_OPTIONS);
    return new WorkerProcess(builder.start(), maxHeapMegabytes);
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
   * @param until hears of each failure when it is met; true to stop there
   * @throws ScheduleMismatchException if the request is to replay a schedule that is not one of the
   *     code
   */
  public Exploration ask(Message request, Duration patience, Predicate<Failure> until)
      throws InterruptedException {
    Patience left = new Patience(process.toHandle(), patience);
    List<Failure> met = new ArrayList<>();
    send(request);
    while (true) {
      Arrival arrival = arrivals.poll(1, TimeUnit.SECONDS);
      if (arrival == null) {
        if (left.isSpent()) {
          close();
          return Explorations.cutShort(
              "the code under test hangs: no answer within " + patience.toSeconds() + " s", met);
        }
        continue;
      }
      switch (arrival.message()) {
        case Message.Met(Failure failure) -> {
          met.add(failure);
          send(new Message.Heard(until.test(failure)));
        }
        case Message.Answer(Exploration exploration) -> {
          return exploration;
        }
        case Message.Mismatch(String reason) -> throw new ScheduleMismatchException(reason);
        case null, default -> {
          return Explorations.cutShort(ending(), met);
        }
      }
    }
  }

  /** A worker that is gone is seen where its answer is waited for. */
  private void send(Message message) {
    try {
      connection.send(message);
    } catch (IOException e) {
      remember(e.toString());
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

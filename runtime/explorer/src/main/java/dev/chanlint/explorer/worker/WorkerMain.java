package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Outcome;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.ScheduleMismatchException;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.sandbox.Allowed;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The worker JVM's main class. It answers requests from standard input on standard output, one at a
 * time, and ends with its parent: when standard input ends, at once, whatever runs.
 */
final class WorkerMain {

  private final Connection parent;
  private final BlockingQueue<Message> requests;

  private WorkerMain(Connection parent, BlockingQueue<Message> requests) {
    this.parent = parent;
    this.requests = requests;
  }

  public static void main(String[] args) throws InterruptedException {
    Connection parent = new Connection(System.in, new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setIn(InputStream.nullInputStream());
    BlockingQueue<Message> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(parent, requests), "requests");
    reader.setDaemon(true);
    reader.start();
    WorkerMain worker = new WorkerMain(parent, requests);
    while (true) {
      worker.answer(requests.take());
    }
  }

  private static void read(Connection parent, BlockingQueue<Message> requests) {
    try {
      while (true) {
        requests.add(parent.receive());
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private void answer(Message request) {
    try {
      send(new Message.Answer(explorationFor(request)));
    } catch (ScheduleMismatchException e) {
      send(new Message.Mismatch(e.reason()));
    }
  }

  private Exploration explorationFor(Message request) {
    return switch (request) {
      case Message.Explore explore ->
          withWorkload(explore.target(), workload -> explore(explore, workload));
      case Message.Replay replay ->
          withWorkload(replay.target(), workload -> replay(replay, workload));
      default -> throw new IllegalStateException("not a request: " + request);
    };
  }

  private interface Use {
    Exploration of(SandboxWorkload workload);
  }

  private static Exploration withWorkload(Message.Target target, Use use) {
    List<Path> classPath = target.classPath().stream().map(Path::of).toList();
    try (Sandbox sandbox = new Sandbox(classPath, Allowed.of(target.allowed()))) {
      return use.of(new SandboxWorkload(sandbox, target.entry(), target.program()))
          .withLookups(sandbox.lookups());
    } catch (IllegalArgumentException | IllegalStateException | LinkageError e) {
      return Explorations.cutShort(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Exploration explore(Message.Explore request, SandboxWorkload workload) {
    return Explorer.builder()
        .strategy(request.strategy())
        .maxExecutions(request.maxExecutions())
        .maxDuration(Duration.ofNanos(request.maxNanos()))
        .maxSteps(request.maxSteps())
        .until(this::isEnough)
        .searchers(request.searchers())
        .build()
        .explore(workload);
  }

  /** The parent says whether to go on. */
  private boolean isEnough(Failure failure) {
    send(new Message.Met(failure));
    try {
      return requests.take() instanceof Message.Heard heard && heard.enough();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a worker", e);
    }
  }

  /** Every run must show the same failures with the same output. */
  private static Exploration replay(Message.Replay request, SandboxWorkload workload) {
    Schedule schedule = new Schedule(request.schedule());
    Exploration first = Explorer.replay(schedule, workload);
    Set<Outcome> outcomes = new HashSet<>(first.outcomes());
    Set<Site> executed = new HashSet<>(first.executed());
    Set<String> limits = new LinkedHashSet<>(first.limits());
    for (int run = 2; run <= request.times(); run++) {
      Exploration again = Explorer.replay(schedule, workload);
      outcomes.addAll(again.outcomes());
      if (!messages(again).equals(messages(first)) || !again.outcomes().equals(first.outcomes())) {
        limits.add("run " + run + " of the schedule ended otherwise than the first");
      }
    }
    return new Exploration(
        request.times(),
        false,
        first.isUnderControl(),
        first.failures(),
        outcomes,
        List.copyOf(limits),
        executed);
  }

  private static List<String> messages(Exploration exploration) {
    return exploration.failures().stream().map(Failure::message).toList();
  }

  private void send(Message message) {
    try {
      parent.send(message);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1); // nobody is left to tell
    }
  }
}

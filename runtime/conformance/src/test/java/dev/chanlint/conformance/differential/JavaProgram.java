package dev.chanlint.conformance.differential;

import dev.chanlint.conformance.Compilation;
import dev.chanlint.conformance.differential.Outcome.End;
import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Execution.Incident;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.GoroutinePanic;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in Java, compiled, to be explored and to be run for real. */
final class JavaProgram {

  private static final int MOST_STEPS = 10_000;
  private static final String TRACE = "Trace";

  /** What the explorer says of a panic. */
  private static final Pattern PANIC =
      Pattern.compile("panic: (?:[\\w.$]+Exception: )?(.*) \\[goroutine (\\d+)]");

  private final String className;
  private final Path classes;
  private final Path jitter;

  private JavaProgram(String className, Path classes, Path jitter) {
    this.className = className;
    this.classes = classes;
    this.jitter = jitter;
  }

  /** Compiles programs together, in a folder. */
  static List<JavaProgram> compile(List<Source> sources, Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path jitter = Files.createDirectories(folder.resolve("jitter"));
    List<Path> files = new ArrayList<>();
    List<JavaProgram> programs = new ArrayList<>();
    for (Source source : sources) {
      String name = JavaPrinter.className(source);
      files.add(Files.writeString(classes.resolve(name + ".java"), JavaPrinter.file(source)));
      programs.add(new JavaProgram(name, classes, jitter));
    }
    files.add(trace(classes, JavaPrinter.trace()));
    Compilation.of(files, classes);
    Compilation.of(List.of(trace(jitter, JavaPrinter.traceWithJitter())), jitter);
    return programs;
  }

  private static Path trace(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve(TRACE + ".java"), text);
  }

  /**
   * Runs it under one schedule after another.
   *
   * @param schedules which
   * @param most how many executions that may take
   * @return how they ended; nothing if there are more
   */
  Optional<Set<Outcome>> explore(Scheduler schedules, int most)
      throws IOException, ReflectiveOperationException {
    try (Sandbox sandbox = new Sandbox(List.of(classes))) {
      SandboxWorkload workload = new SandboxWorkload(sandbox, className, false);
      Set<Outcome> outcomes = new HashSet<>();
      for (int executions = 0; schedules.next(); executions++) {
        if (executions == most) {
          return Optional.empty();
        }
        Driver.Ended ended = new Driver(workload, schedules, MOST_STEPS, false, () -> false).run();
        if (!ended.cut()) {
          outcomes.addAll(outcomes(ended, traces(sandbox)));
        }
      }
      return Optional.of(outcomes);
    }
  }

  private static List<String> traces(ClassLoader loader) throws ReflectiveOperationException {
    return List.of((String[]) Class.forName(TRACE, false, loader).getField("of").get(null));
  }

  /**
   * The ends that an execution stands for. The explorer goes on when main has returned; a process
   * ends there, unless a panic is faster.
   */
  private static Set<Outcome> outcomes(Driver.Ended ended, List<String> traces) {
    if (ended.limit() != null) {
      throw new IllegalStateException(ended.limit());
    }
    Execution execution = ended.execution();
    Set<End> ends = new HashSet<>();
    for (Incident incident : ended.incidents()) {
      switch (incident.fault()) {
        case PANIC -> ends.add(panic(execution, incident));
        case DEADLOCK -> ends.add(deadlock(execution));
        case LEAK -> {}
        case RACE, LIVELOCK, ABANDONED -> throw new IllegalStateException(incident.toString());
      }
    }
    if (execution.goroutines().getFirst().isDone() && ends.stream().noneMatch(End::isMainsPanic)) {
      ends.add(new End.Returned());
    }
    Set<Outcome> outcomes = new HashSet<>();
    ends.forEach(end -> outcomes.add(new Outcome(end, traces)));
    return outcomes;
  }

  private static End panic(Execution execution, Incident incident) {
    Matcher message = PANIC.matcher(incident.message());
    if (!message.matches()) {
      throw new IllegalArgumentException(incident.message());
    }
    int id = Integer.parseInt(message.group(2));
    return new End.Panicked(number(execution.goroutines().get(id - 1)), message.group(1));
  }

  private static End deadlock(Execution execution) {
    SortedMap<Integer, String> states = new TreeMap<>();
    for (Goroutine goroutine : execution.goroutines()) {
      if (!goroutine.isDone() && goroutine.role() != Goroutine.Role.TIMER) {
        states.put(number(goroutine), Report.canonical(goroutine.state()));
      }
    }
    return new End.Deadlocked(states);
  }

  /** Goroutines are named by their numbers; the main goroutine has no name. */
  private static int number(Goroutine goroutine) {
    return goroutine.name().isEmpty() ? 0 : Integer.parseInt(goroutine.name());
  }

  /** Runs it once on the production engine, in classes of its own. */
  Outcome run() throws IOException, ReflectiveOperationException, InterruptedException {
    URL[] path = {jitter.toUri().toURL(), classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path)) {
      End end = end(loader.loadClass(className));
      return new Outcome(end, traces(loader));
    }
  }

  private static End end(Class<?> program) throws InterruptedException {
    FutureTask<End> main = new FutureTask<>(() -> main(program));
    Thread.ofPlatform().daemon().start(main);
    try {
      return main.get(End.LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new End.Endless();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static End main(Class<?> program) throws ReflectiveOperationException {
    try {
      program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      return new End.Returned();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof DeadlockError || e.getCause() instanceof GoroutinePanic) {
        return Report.ofJava(String.valueOf(e.getCause().getMessage()));
      }
      throw e;
    }
  }
}

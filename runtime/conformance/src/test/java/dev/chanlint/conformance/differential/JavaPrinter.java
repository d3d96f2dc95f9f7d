package dev.chanlint.conformance.differential;

import static java.util.stream.Collectors.joining;

import dev.chanlint.conformance.differential.Statement.Clause;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a program as a Java class with a {@code main}, which notes what it sees in the class
 * {@code Trace}.
 */
final class JavaPrinter {

  private static final int INDENT = 2;

  private static final String TRACE =
      """
      import dev.chanlint.runtime.*;
      import java.util.Arrays;
      import java.util.concurrent.ThreadLocalRandom;
      import java.util.concurrent.locks.LockSupport;

      /** What each goroutine has seen. */
      public final class Trace {
        public static String[] of;

        static void begin(int goroutines) {
          of = new String[goroutines];
          Arrays.fill(of, "");
        }

        static void note(int goroutine, String event) {
          of[goroutine] += event + " ";
          %s
        }

        static String show(Integer value) {
          return value == null ? "closed" : value.toString();
        }

        static String showOk(Received<Integer> received) {
          return show(received.value()) + "," + received.ok();
        }

        static String showTried(String event, Received<Integer> received) {
          return received == null ? "default" : event + show(received.value());
        }

        static String showError(ContextException error) {
          return switch (error) {
            case null -> "nil";
            case ContextException.Canceled e -> "canceled";
            case ContextException.DeadlineExceeded e -> "exceeded";
          };
        }
      }
      """;

  /** Lets other goroutines go first, or not. */
  private static final String JITTER =
      """
      switch (ThreadLocalRandom.current().nextInt(8)) {
            case 0, 1 -> Thread.yield();
            case 2 -> LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(100_000));
            default -> {}
          }\
      """;

  private final int goroutine;

  private JavaPrinter(int goroutine) {
    this.goroutine = goroutine;
  }

  /** The class that keeps what goroutines have seen, for the explorer. */
  static String trace() {
    return TRACE.formatted("");
  }

  /** The same, delaying goroutines between their statements. */
  static String traceWithJitter() {
    return TRACE.formatted(JITTER);
  }

  /** The name of a program's class. */
  static String className(Source program) {
    return "P" + program.seed();
  }

  /** The class of a program. */
  static String file(Source program) {
    String className = className(program);
    StringBuilder members = new StringBuilder(fields(program));
    members.append(
        """

        public static void main(String[] args) {
          Go.run(%s::run);
        }

        static void run() {
          Trace.begin(%d);
        %s  g0();
        }
        """
            .formatted(
                className,
                program.goroutines().size(),
                contexts(program.contexts()).indent(INDENT)));
    for (int i = 0; i < program.goroutines().size(); i++) {
      String body = new JavaPrinter(i).block(className, program.goroutines().get(i));
      members.append("\nstatic void g%d() {\n%s}\n".formatted(i, body.indent(INDENT)));
    }
    return """
        import static dev.chanlint.runtime.Select.*;

        import dev.chanlint.runtime.*;
        import java.time.Duration;

        public final class %s {
        %s}
        """
        .formatted(className, members.toString().indent(INDENT));
  }

  private static String fields(Source program) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < program.channels().size(); i++) {
      int capacity = program.channels().get(i);
      String made = capacity == Source.NIL ? "nil()" : "make(%d)".formatted(capacity);
      text.append("static final Chan<Integer> c%d = Chan.%s;\n".formatted(i, made));
    }
    for (int i = 0; i < program.contexts().size(); i++) {
      text.append("static CancelContext x%d;\n".formatted(i));
    }
    for (int i = 0; i < Source.OBJECTS; i++) {
      text.append(
          """
          static final Mutex m%1$d = new Mutex();
          static int v%1$d;
          static final RWMutex r%1$d = new RWMutex();
          static final WaitGroup w%1$d = new WaitGroup();
          static final Once o%1$d = new Once();
          static final Mutex l%1$d = new Mutex();
          static final Cond s%1$d = new Cond(l%1$d);
          static boolean f%1$d;
          """
              .formatted(i));
    }
    return text.toString();
  }

  private static String contexts(List<Integer> contexts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < contexts.size(); i++) {
      int micros = contexts.get(i);
      text.append(
          micros == Source.NEVER
              ? "x%d = Context.withCancel(Context.background());\n".formatted(i)
              : "x%d = Context.withTimeout(Context.background(), %s);\n"
                  .formatted(i, duration(micros)));
    }
    return text.toString();
  }

  private static String duration(int micros) {
    return "Duration.ofNanos(%d)".formatted(micros * 1000);
  }

  private String block(String className, List<Statement> statements) {
    return statements.stream().map(s -> statement(className, s)).collect(joining());
  }

  private String statement(String className, Statement statement) {
    String event = statement.event();
    return switch (statement) {
      case Statement.Send(int c, int value) -> "c%d.send(%d);\n".formatted(c, value) + note(event);
      case Statement.Receive(int c) -> note(event, "Trace.show(c%d.receive())".formatted(c));
      case Statement.ReceiveOk(int c) -> note(event, "Trace.showOk(c%d.receiveOk())".formatted(c));
      case Statement.TrySend(int c, int value) ->
          note("", "(c%d.trySend(%d) ? \"%s\" : \"default\")".formatted(c, value, event));
      case Statement.TryReceive(int c) ->
          note("", "Trace.showTried(\"%s\", c%d.tryReceive())".formatted(event, c));
      case Statement.Range(int c) ->
          "for (int value : c%d) {\n  %s}\n".formatted(c, note(event, "Trace.show(value)"))
              + note(event, "Trace.show(null)");
      case Statement.Close(int c) -> "c%d.close();\n".formatted(c) + note(event);
      case Statement.Length(int c) -> note(event, "c%d.len()".formatted(c));
      case Statement.Select(List<Clause> clauses, boolean hasDefault) ->
          select(clauses, hasDefault);
      case Statement.Lock(int m) -> "m%d.lock();\n".formatted(m) + note(event);
      case Statement.TryLock(int m) -> note(event, "m%d.tryLock()".formatted(m));
      case Statement.Unlock(int m) -> "m%d.unlock();\n".formatted(m) + note(event);
      case Statement.Increment(int m) ->
          """
          {
            m%1$d.lock();
            int value = ++v%1$d;
            m%1$d.unlock();
            %2$s}
          """
              .formatted(m, note(event, "Trace.show(value)"));
      case Statement.ReadLock(int r) -> "r%d.rLock();\n".formatted(r) + note(event);
      case Statement.ReadUnlock(int r) -> "r%d.rUnlock();\n".formatted(r) + note(event);
      case Statement.WriteLock(int r) -> "r%d.lock();\n".formatted(r) + note(event);
      case Statement.WriteUnlock(int r) -> "r%d.unlock();\n".formatted(r) + note(event);
      case Statement.Add(int w, int delta) -> "w%d.add(%d);\n".formatted(w, delta) + note(event);
      case Statement.Done(int w) -> "w%d.done();\n".formatted(w) + note(event);
      case Statement.Await(int w) -> "w%d.await();\n".formatted(w) + note(event);
      case Statement.RunOnce(int o, Statement body) ->
          "o%d.run(() -> {\n%s});\n".formatted(o, statement(className, body).indent(INDENT))
              + note(event);
      case Statement.AwaitFlag(int s) ->
          """
          l%1$d.lock();
          while (!f%1$d) {
            s%1$d.await();
          }
          l%1$d.unlock();
          """
                  .formatted(s)
              + note(event);
      case Statement.RaiseFlag(int s, boolean all) ->
          """
          l%1$d.lock();
          f%1$d = true;
          s%1$d.%2$s();
          l%1$d.unlock();
          """
                  .formatted(s, all ? "broadcast" : "signal")
              + note(event);
      case Statement.AwaitSignal(int s) ->
          """
          l%1$d.lock();
          s%1$d.await();
          l%1$d.unlock();
          """
                  .formatted(s)
              + note(event);
      case Statement.Signal(int s, boolean all) ->
          "s%d.%s();\n".formatted(s, all ? "broadcast" : "signal") + note(event);
      case Statement.Cancel(int x) -> "x%d.cancel();\n".formatted(x) + note(event);
      case Statement.AwaitContext(int x) -> "x%d.done().receive();\n".formatted(x) + note(event);
      case Statement.ContextError(int x) -> note(event, "Trace.showError(x%d.err())".formatted(x));
      case Statement.Spawn(int g) -> "Go.go(\"%1$d\", %2$s::g%1$d);\n".formatted(g, className);
      case Statement.Repeat(int times, List<Statement> body) ->
          "for (int i = 0; i < %d; i++) {\n%s}\n"
              .formatted(times, block(className, body).indent(INDENT));
      case Statement.Sleep(int micros) -> "Go.sleep(%s);\n".formatted(duration(micros));
      case Statement.Yield() -> "Go.gosched();\n";
      case Statement.Panic(String message) ->
          "if (true) throw new IllegalStateException(\"%s\");\n".formatted(message);
    };
  }

  private String noting(String event) {
    return "Trace.note(%d, \"%s\")".formatted(goroutine, event);
  }

  private String noting(String event, String seen) {
    return "Trace.note(%d, \"%s\" + %s)".formatted(goroutine, event, seen);
  }

  private String note(String event) {
    return noting(event) + ";\n";
  }

  private String note(String event, String seen) {
    return noting(event, seen) + ";\n";
  }

  private String select(List<Clause> clauses, boolean hasDefault) {
    return Stream.concat(
            clauses.stream().map(this::clause),
            hasDefault
                ? Stream.of("onDefault(() -> %s)".formatted(noting("default")))
                : Stream.of())
        .collect(joining(",\n    ", "select(\n    ", ");\n"));
  }

  private String clause(Clause clause) {
    String event = clause.event();
    return switch (clause) {
      case Clause.Sends(int c, int value) ->
          "onSend(c%d, %d, () -> %s)".formatted(c, value, noting(event));
      case Clause.Receives(int c) ->
          "onReceive(c%d, value -> %s)".formatted(c, noting(event, "Trace.show(value)"));
      case Clause.Ends(int x) -> "onReceive(x%d.done(), () -> %s)".formatted(x, noting(event));
      case Clause.After(int micros) ->
          "onReceive(Time.after(%s), () -> %s)".formatted(duration(micros), noting(event));
    };
  }
}

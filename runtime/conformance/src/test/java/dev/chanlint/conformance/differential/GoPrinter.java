package dev.chanlint.conformance.differential;

import static java.util.stream.Collectors.joining;

import dev.chanlint.conformance.differential.Statement.Clause;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes programs as one Go file, whose binary runs the one that its first argument numbers. Its
 * second argument is the seed of what delays goroutines between their statements.
 */
final class GoPrinter {

  private static final String HEAD =
      """
      package main

      import (
      	"context"
      	"os"
      	"runtime"
      	"strconv"
      	"sync"
      	"sync/atomic"
      	"syscall"
      	"time"
      )

      var noise uint64

      // jitter lets other goroutines go first, or not.
      func jitter() {
      	x := atomic.AddUint64(&noise, 0x9e3779b97f4a7c15)
      	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
      	x = (x ^ x>>27) * 0x94d049bb133111eb
      	x ^= x >> 31
      	switch x % 8 {
      	case 0, 1:
      		runtime.Gosched()
      	case 2:
      		time.Sleep(time.Duration(x>>8%100) * time.Microsecond)
      	case 3:
      		for i := uint64(0); i < x>>8%1000; i++ {
      			atomic.LoadUint64(&noise)
      		}
      	}
      }

      func note(goroutine int, event string) {
      	syscall.Write(1, []byte(strconv.Itoa(goroutine)+" "+event+"\\n"))
      	jitter()
      }

      func show(value int) string {
      	if value == 0 {
      		return "closed"
      	}
      	return strconv.Itoa(value)
      }

      func showOk(value int, ok bool) string {
      	return show(value) + "," + strconv.FormatBool(ok)
      }

      func showError(err error) string {
      	switch err {
      	case nil:
      		return "nil"
      	case context.Canceled:
      		return "canceled"
      	}
      	return "exceeded"
      }

      func main() {
      	noise, _ = strconv.ParseUint(os.Args[2], 10, 64)
      	jitter()
      	programs[os.Args[1]]()
      }
      """;

  private static final int INDENT = 2;

  private final int goroutine;

  private GoPrinter(int goroutine) {
    this.goroutine = goroutine;
  }

  /** The file of all programs, numbered by their places. */
  static String file(List<Source> programs) {
    String table =
        IntStream.range(0, programs.size())
            .mapToObj(i -> "\t\"%d\": new(p%d).run,\n".formatted(i, i))
            .collect(joining("", "\nvar programs = map[string]func(){\n", "}\n"));
    return IntStream.range(0, programs.size())
        .mapToObj(i -> program("p" + i, programs.get(i)))
        .collect(joining("", HEAD + table, ""));
  }

  private static String program(String type, Source program) {
    StringBuilder text = new StringBuilder();
    text.append("\ntype %s struct {\n%s}\n".formatted(type, fields(program).indent(INDENT)));
    text.append("\nfunc (p *%s) run() {\n%s}\n".formatted(type, make(program).indent(INDENT)));
    for (int i = 0; i < program.goroutines().size(); i++) {
      String body = new GoPrinter(i).block(program.goroutines().get(i));
      text.append("\nfunc (p *%s) g%d() {\n%s}\n".formatted(type, i, body.indent(INDENT)));
    }
    return text.toString();
  }

  private static String fields(Source program) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < program.channels().size(); i++) {
      text.append("c%d chan int\n".formatted(i));
    }
    for (int i = 0; i < program.contexts().size(); i++) {
      text.append("x%1$d context.Context\nk%1$d context.CancelFunc\n".formatted(i));
    }
    for (int i = 0; i < Source.OBJECTS; i++) {
      text.append(
          """
          m%1$d sync.Mutex
          v%1$d int
          r%1$d sync.RWMutex
          w%1$d sync.WaitGroup
          o%1$d sync.Once
          l%1$d sync.Mutex
          s%1$d *sync.Cond
          f%1$d bool
          """
              .formatted(i));
    }
    return text.toString();
  }

  private static String make(Source program) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < program.channels().size(); i++) {
      int capacity = program.channels().get(i);
      if (capacity != Source.NIL) {
        text.append("p.c%d = make(chan int, %d)\n".formatted(i, capacity));
      }
    }
    for (int i = 0; i < Source.OBJECTS; i++) {
      text.append("p.s%1$d = sync.NewCond(&p.l%1$d)\n".formatted(i));
    }
    for (int i = 0; i < program.contexts().size(); i++) {
      text.append("p.x%1$d, p.k%1$d = %2$s\n".formatted(i, context(program.contexts().get(i))));
    }
    return text + "p.g0()\n";
  }

  private static String context(int micros) {
    return micros == Source.NEVER
        ? "context.WithCancel(context.Background())"
        : "context.WithTimeout(context.Background(), %d*time.Microsecond)".formatted(micros);
  }

  private String block(List<Statement> statements) {
    return statements.stream().map(this::statement).collect(joining());
  }

  private String statement(Statement statement) {
    String event = statement.event();
    return switch (statement) {
      case Statement.Send(int c, int value) -> "p.c%d <- %d\n".formatted(c, value) + note(event);
      case Statement.Receive(int c) -> note(event, "show(<-p.c%d)".formatted(c));
      case Statement.ReceiveOk(int c) ->
          "{\n  value, ok := <-p.c%d\n  %s}\n".formatted(c, note(event, "showOk(value, ok)"));
      case Statement.TrySend(int c, int value) -> select(List.of(new Clause.Sends(c, value)), true);
      case Statement.TryReceive(int c) -> select(List.of(new Clause.Receives(c)), true);
      case Statement.Range(int c) ->
          "for value := range p.c%d {\n  %s}\n".formatted(c, note(event, "show(value)"))
              + note(event, "show(0)");
      case Statement.Close(int c) -> "close(p.c%d)\n".formatted(c) + note(event);
      case Statement.Length(int c) -> note(event, "strconv.Itoa(len(p.c%d))".formatted(c));
      case Statement.Select(List<Clause> clauses, boolean hasDefault) ->
          select(clauses, hasDefault);
      case Statement.Lock(int m) -> "p.m%d.Lock()\n".formatted(m) + note(event);
      case Statement.TryLock(int m) ->
          note(event, "strconv.FormatBool(p.m%d.TryLock())".formatted(m));
      case Statement.Unlock(int m) -> "p.m%d.Unlock()\n".formatted(m) + note(event);
      case Statement.Increment(int m) ->
          """
          {
            p.m%1$d.Lock()
            p.v%1$d++
            value := p.v%1$d
            p.m%1$d.Unlock()
            %2$s}
          """
              .formatted(m, note(event, "show(value)"));
      case Statement.ReadLock(int r) -> "p.r%d.RLock()\n".formatted(r) + note(event);
      case Statement.ReadUnlock(int r) -> "p.r%d.RUnlock()\n".formatted(r) + note(event);
      case Statement.WriteLock(int r) -> "p.r%d.Lock()\n".formatted(r) + note(event);
      case Statement.WriteUnlock(int r) -> "p.r%d.Unlock()\n".formatted(r) + note(event);
      case Statement.Add(int w, int delta) -> "p.w%d.Add(%d)\n".formatted(w, delta) + note(event);
      case Statement.Done(int w) -> "p.w%d.Done()\n".formatted(w) + note(event);
      case Statement.Await(int w) -> "p.w%d.Wait()\n".formatted(w) + note(event);
      case Statement.RunOnce(int o, Statement body) ->
          "p.o%d.Do(func() {\n%s})\n".formatted(o, statement(body).indent(INDENT)) + note(event);
      case Statement.AwaitFlag(int s) ->
          """
          p.l%1$d.Lock()
          for !p.f%1$d {
            p.s%1$d.Wait()
          }
          p.l%1$d.Unlock()
          """
                  .formatted(s)
              + note(event);
      case Statement.RaiseFlag(int s, boolean all) ->
          """
          p.l%1$d.Lock()
          p.f%1$d = true
          p.s%1$d.%2$s()
          p.l%1$d.Unlock()
          """
                  .formatted(s, all ? "Broadcast" : "Signal")
              + note(event);
      case Statement.AwaitSignal(int s) ->
          """
          p.l%1$d.Lock()
          p.s%1$d.Wait()
          p.l%1$d.Unlock()
          """
                  .formatted(s)
              + note(event);
      case Statement.Signal(int s, boolean all) ->
          "p.s%d.%s()\n".formatted(s, all ? "Broadcast" : "Signal") + note(event);
      case Statement.Cancel(int x) -> "p.k%d()\n".formatted(x) + note(event);
      case Statement.AwaitContext(int x) -> "<-p.x%d.Done()\n".formatted(x) + note(event);
      case Statement.ContextError(int x) -> note(event, "showError(p.x%d.Err())".formatted(x));
      case Statement.Spawn(int g) -> "go p.g%d()\n".formatted(g);
      case Statement.Repeat(int times, List<Statement> body) ->
          "for i := 0; i < %d; i++ {\n%s}\n".formatted(times, block(body).indent(INDENT));
      case Statement.Sleep(int micros) -> "time.Sleep(%d * time.Microsecond)\n".formatted(micros);
      case Statement.Yield() -> "runtime.Gosched()\n";
      case Statement.Panic(String message) -> "panic(\"%s\")\n".formatted(message);
    };
  }

  private String note(String event) {
    return "note(%d, \"%s\")\n".formatted(goroutine, event);
  }

  private String note(String event, String seen) {
    return "note(%d, \"%s\"+%s)\n".formatted(goroutine, event, seen);
  }

  private String select(List<Clause> clauses, boolean hasDefault) {
    return "select {\n"
        + clauses.stream().map(this::clause).collect(joining())
        + (hasDefault ? "default:\n  " + note("default") : "")
        + "}\n";
  }

  private String clause(Clause clause) {
    String event = clause.event();
    return switch (clause) {
      case Clause.Sends(int c, int value) ->
          "case p.c%d <- %d:\n  %s".formatted(c, value, note(event));
      case Clause.Receives(int c) ->
          "case value := <-p.c%d:\n  %s".formatted(c, note(event, "show(value)"));
      case Clause.Ends(int x) -> "case <-p.x%d.Done():\n  %s".formatted(x, note(event));
      case Clause.After(int micros) ->
          "case <-time.After(%d * time.Microsecond):\n  %s".formatted(micros, note(event));
    };
  }
}

package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import dev.chanlint.explorer.witness.Goroutines;
import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.model.code.Terminator;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Programs, findings and failures about a file {@code app/Jobs.java} with class {@code app.Jobs}.
 */
public final class Fixtures {

  public static final String FILE = "src/app/Jobs.java";
  public static final String CLASS = "app.Jobs";
  private static final int WIDTH = 20;

  private Fixtures() {}

  public static Position at(int line) {
    return new Position(FILE, line, 5, line, WIDTH);
  }

  public static Site site(int line) {
    return new Site(CLASS, "lambda$main$0", "Jobs.java", line);
  }

  public static Finding finding(String rule, int line, Finding.Related... related) {
    return new Finding(
        rule, "blocks for good", at(line), "Jobs.main", List.of(related), List.of(), "Jobs.main");
  }

  public static Finding.Related related(int line) {
    return new Finding.Related(at(line), "see here");
  }

  public static GoroutineReport blocked(int id, String state, int line) {
    return new GoroutineReport(
        id, "", state, "chan made at Jobs.java:3", List.of(site(line)), List.of());
  }

  public static GoroutineReport spawned(int id, String state, int line, int spawnLine) {
    return new GoroutineReport(id, "", state, "", List.of(site(line)), List.of(site(spawnLine)));
  }

  public static GoroutineReport done(int id) {
    return new GoroutineReport(id, "", "done", "", List.of(), List.of());
  }

  public static Step step(int goroutine, String operation, int line) {
    return new Step(
        goroutine, 0, operation, "chan made at Jobs.java:3", "", List.of(site(line)), false, false);
  }

  /** A failure whose sites are where the unfinished goroutines stand. */
  public static Failure failure(Fault fault, List<GoroutineReport> goroutines, Step... witness) {
    List<Site> sites =
        goroutines.stream()
            .filter(goroutine -> !Goroutines.isDone(goroutine))
            .flatMap(goroutine -> goroutine.stack().stream().limit(1))
            .toList();
    return failure(fault, "it went wrong", sites, goroutines, witness);
  }

  public static Failure failure(
      Fault fault,
      String message,
      List<Site> sites,
      List<GoroutineReport> goroutines,
      Step... witness) {
    return new Failure(
        fault, message, sites, goroutines, new Schedule("1.2.1"), List.of(witness), 0);
  }

  public static Exploration exhausted(Set<Site> executed, Failure... failures) {
    return new Exploration(12, true, true, List.of(failures), Set.of(), List.of(), executed);
  }

  public static Exploration limited(String limit, Failure... failures) {
    return new Exploration(
        12, false, true, List.of(failures), Set.of(), List.of(limit), Set.of(site(10)));
  }

  /** A class with a main that does nothing, and functions that are called by nobody. */
  public static Program program(String... unreached) {
    Map<String, Function> functions = new LinkedHashMap<>();
    Function main = function("main", "Jobs.main");
    functions.put(main.id(), main);
    for (String name : unreached) {
      Function function = function(name, "Jobs." + name);
      functions.put(function.id(), function);
    }
    return new Program(
        functions,
        Map.of(),
        List.of(new EntryPoint(main.id(), EntryPoint.Kind.MAIN, main.id())),
        List.of(),
        List.of());
  }

  /** A program with further entry points. */
  public static Program with(Program program, EntryPoint... entryPoints) {
    List<EntryPoint> all = new ArrayList<>(program.entryPoints());
    all.addAll(List.of(entryPoints));
    return new Program(program.functions(), program.types(), all, List.of(), program.gaps());
  }

  public static Function function(String method, String name, Instruction... body) {
    MethodRef ref = new MethodRef(CLASS, method, List.of(), "void", true);
    Block block = new Block(0, List.of(body), new Terminator.Return(null, at(1)), List.of());
    return new Function(
        ref.toString(),
        Function.Kind.METHOD,
        ref,
        name,
        List.of(),
        List.of(block),
        Set.of(),
        at(1));
  }
}

package dev.chanlint.analyzer;

import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.Confirmation;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Means;
import dev.chanlint.analyzer.confirm.Progress;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.worker.PoolExplorer;
import dev.chanlint.analyzer.front.FrontEnd;
import dev.chanlint.analyzer.project.Project;
import dev.chanlint.analyzer.project.Project.Extent;
import dev.chanlint.analyzer.project.ProjectException;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.explorer.WorkerPool;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import dev.chanlint.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes sources and gives verdicts: all that lies between, for those who study verdicts rather than
 * report them. Worker JVMs are started as they are needed and end with this object. One thread at a
 * time may use it.
 */
public final class Verdicts implements AutoCloseable {

  private static final Map<String, Rule> RULES =
      Rules.all().stream().collect(Collectors.toMap(Rule::id, Function.identity()));

  private final Budget budget;
  private final WorkerPool pool = new WorkerPool();
  private final ExecutorService workers;

  /**
   * Makes one.
   *
   * @param budget what the confirmation of one program may cost
   * @param jobs how many entry points are explored at a time
   */
  public Verdicts(Budget budget, int jobs) {
    this.budget = budget;
    this.workers = Executors.newFixedThreadPool(jobs);
  }

  /**
   * Has the rules look for mistakes and confirms what they find.
   *
   * @param paths source files and folders; they may hold several programs
   * @param classPath what they are compiled against, besides the runtime
   * @return each finding with its verdict, program by program, in reading order
   * @throws ProjectException if there is nothing to analyse
   */
  public List<Judged> of(List<String> paths, List<Path> classPath) throws ProjectException {
    return of(paths, classPath, Verdicts::findings);
  }

  /**
   * Confirms findings that are given.
   *
   * @param paths source files and folders; they may hold several programs
   * @param classPath what they are compiled against, besides the runtime
   * @param findings the findings about a program
   * @return each finding with its verdict, program by program, in reading order
   * @throws ProjectException if there is nothing to analyse
   */
  public List<Judged> of(
      List<String> paths, List<Path> classPath, Function<Program, List<Finding>> findings)
      throws ProjectException {
    List<Judged> judged = new ArrayList<>();
    for (SourceSet sources : Project.load(paths, List.of(), classPath, Extent.RELEVANT)) {
      Program program = FrontEnd.read(sources);
      EntryExplorer explorer = new PoolExplorer(pool, sources.classPath(), List.of());
      judged.addAll(
          new Confirmation(
                  Scope.of(paths, program),
                  program,
                  RULES,
                  explorer,
                  new Means(budget, workers, Progress.NONE))
              .judge(findings.apply(program)));
    }
    return judged;
  }

  /**
   * What the rules find.
   *
   * @param program the code
   * @return their findings, in reading order
   */
  public static List<Finding> findings(Program program) {
    ProgramModel model = ProgramModel.of(program);
    return Rules.all().stream()
        .flatMap(rule -> rule.check(model).stream())
        .sorted(Comparator.comparing(Finding::at).thenComparing(Finding::rule))
        .toList();
  }

  @Override
  public void close() {
    workers.close();
    pool.close();
  }
}

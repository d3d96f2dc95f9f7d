package dev.chanlint.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * What the modules of a build have in common: their reports, and who is the last. Safe for modules
 * that are built at the same time.
 */
@Named
@Singleton
final class Reactor {

  private static final String ARTIFACT = "chanlint-maven-plugin";

  private final Map<Object, Map<String, State>> builds = new WeakHashMap<>();

  /** How far a goal is in a build. */
  private static final class State {
    final Set<MavenProject> done = new HashSet<>();
    final Set<Path> parts = new TreeSet<>();
    final Set<Result> told = new HashSet<>();
  }

  private State state(MavenSession session, MojoExecution execution) {
    return builds
        .computeIfAbsent(session.getRequest(), request -> new HashMap<>())
        .computeIfAbsent(execution.getGoal(), goal -> new State());
  }

  /** Takes over the report of a module. */
  synchronized void add(MavenSession session, MojoExecution execution, Path part) {
    state(session, execution).parts.add(part);
  }

  /** Whether no other module that sees the same source was the first to tell a result. */
  synchronized boolean isNew(MavenSession session, MojoExecution execution, Result result) {
    return state(session, execution).told.add(result);
  }

  /**
   * Says that a module is done.
   *
   * @return the reports of all modules if it is the last one
   */
  synchronized Optional<List<Path>> done(
      MavenSession session, MojoExecution execution, MavenProject project) {
    State state = state(session, execution);
    state.done.add(project);
    boolean last =
        session.getProjects().stream()
            .filter(one -> runs(one, execution))
            .allMatch(state.done::contains);
    return last ? Optional.of(new ArrayList<>(state.parts)) : Optional.empty();
  }

  /** Whether a module has the goal run too: all have if the user asked for it. */
  private static boolean runs(MavenProject project, MojoExecution execution) {
    return execution.getSource() == MojoExecution.Source.CLI
        || project.getBuildPlugins().stream()
            .filter(plugin -> plugin.getArtifactId().equals(ARTIFACT))
            .map(Plugin::getExecutions)
            .flatMap(List::stream)
            .anyMatch(one -> one.getGoals().contains(execution.getGoal()));
  }
}

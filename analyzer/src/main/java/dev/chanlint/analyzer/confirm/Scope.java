package dev.chanlint.analyzer.confirm;

import dev.chanlint.model.code.Program;
import java.util.List;

/**
 * Which program a result is about, where several are checked at once.
 *
 * @param paths the paths of its sources, as the user named them or could have
 * @param sources tells the files of its classes
 */
public record Scope(List<String> paths, SourceMap sources) {

  public Scope {
    paths = List.copyOf(paths);
  }

  /**
   * The scope of a program.
   *
   * @param paths the paths of its sources
   * @param program its code
   * @return the scope
   */
  public static Scope of(List<String> paths, Program program) {
    return new Scope(paths, SourceMap.of(program));
  }
}

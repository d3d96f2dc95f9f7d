package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.project.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import spoon.Launcher;
import spoon.compiler.Environment;
import spoon.reflect.CtModel;
import spoon.reflect.declaration.CtType;

/**
 * Has Spoon parse sources, in the way that resolves as much as can be resolved and runs none of
 * their code: class files are read by the compiler; the loader that Spoon may load classes with
 * knows the JDK and nothing else.
 */
final class SpoonModels {

  private final List<Path> classPath;
  private final BiConsumer<SourceFile, String> broken;

  /**
   * Parses against a class path.
   *
   * @param broken is told which file could not be parsed, and why
   */
  SpoonModels(List<Path> classPath, BiConsumer<SourceFile, String> broken) {
    this.classPath = classPath;
    this.broken = broken;
  }

  /**
   * Parses files together. Should they break the parser, they are parsed in halves, down to the
   * file that does; the halves know each other as class files.
   *
   * @return the types at the top of the files, and those nested in them
   */
  List<CtType<?>> types(List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    try {
      return new ArrayList<>(build(files).getAllTypes());
    } catch (RuntimeException | StackOverflowError e) {
      if (files.size() == 1) {
        broken.accept(files.getFirst(), "cannot be parsed: " + reason(e));
        return List.of();
      }
      int half = files.size() / 2;
      List<CtType<?>> types = new ArrayList<>(types(files.subList(0, half)));
      types.addAll(types(files.subList(half, files.size())));
      return types;
    }
  }

  private static String reason(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }

  private CtModel build(List<SourceFile> files) {
    Launcher launcher = new Launcher();
    Environment environment = launcher.getEnvironment();
    environment.setNoClasspath(true);
    environment.setSourceClasspath(classPath.stream().map(Path::toString).toArray(String[]::new));
    environment.setInputClassLoader(ClassLoader.getPlatformClassLoader());
    environment.setIgnoreSyntaxErrors(false);
    environment.setComplianceLevel(Runtime.version().feature());
    environment.setCommentEnabled(true);
    environment.setAutoImports(false);
    environment.setIgnoreDuplicateDeclarations(true);
    for (SourceFile file : files) {
      launcher.addInputResource(file.path().toString());
    }
    return launcher.buildModel();
  }
}

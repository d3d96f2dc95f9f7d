package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.project.Suspects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import spoon.Launcher;
import spoon.SpoonModelBuilder;
import spoon.compiler.Environment;
import spoon.reflect.CtModel;
import spoon.reflect.declaration.CtType;
import spoon.reflect.factory.Factory;
import spoon.support.compiler.jdt.JDTBasedSpoonCompiler;
import spoon.support.compiler.jdt.JDTTreeBuilder;

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
   * Parses files together. Those that break the parser are found by halving and left out, and the
   * others are parsed together again.
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
      Map<SourceFile, Throwable> breaking = new Suspects(this::build).among(files, e);
      breaking.forEach((file, why) -> broken.accept(file, "cannot be parsed: " + reason(why)));
      return types(files.stream().filter(file -> !breaking.containsKey(file)).toList());
    }
  }

  private static String reason(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }

  private CtModel build(List<SourceFile> files) {
    Launcher launcher =
        new Launcher() {
          @Override
          protected SpoonModelBuilder getCompilerInstance(Factory factory) {
            return new WithoutImports(factory);
          }
        };
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

  /**
   * Leaves import declarations out of the model. Nobody asks for them, and Spoon would model each
   * class that they name, with all its members, from reflection.
   */
  private static final class WithoutImports extends JDTBasedSpoonCompiler {

    WithoutImports(Factory factory) {
      super(factory);
    }

    @Override
    protected void traverseUnitDeclaration(
        JDTTreeBuilder builder, CompilationUnitDeclaration unit) {
      super.traverseUnitDeclaration(builder, unit);
      unit.imports = null;
    }
  }
}

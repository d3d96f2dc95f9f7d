package dev.chanlint.analyzer.project;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells from the words in a file what it names: a type of another file if its simple name occurs,
 * and the last part of its package too unless both are of one package, as in an import. That is
 * sometimes too much and never too little: where a value's type goes unnamed, a file that is named
 * tells of it.
 */
final class Words {

  private static final Set<String> CONCURRENT =
      Set.of(
          "chanlint",
          "concurrent",
          "synchronized",
          "volatile",
          "Thread",
          "Runtime",
          "InterruptedException",
          "VarHandle",
          "Timer",
          "parallel",
          "parallelStream",
          "wait",
          "notify",
          "notifyAll");

  private final List<Outline> files;
  private final Map<String, List<Integer>> bySimpleName = new HashMap<>();

  Words(List<Outline> files) {
    this.files = files;
    for (int file = 0; file < files.size(); file++) {
      for (String type : files.get(file).types()) {
        bySimpleName.computeIfAbsent(lastPart(type), _ -> new ArrayList<>()).add(file);
      }
    }
  }

  Mentions of(Outline file) {
    BitSet mentioned = new BitSet();
    boolean isConcurrent = importsModules(file);
    for (String word : file.words()) {
      isConcurrent |= CONCURRENT.contains(word);
      for (int declaring : bySimpleName.getOrDefault(word, List.of())) {
        if (sees(file, files.get(declaring))) {
          mentioned.set(declaring);
        }
      }
    }
    return new Mentions(mentioned, isConcurrent);
  }

  /** By a module's import, or without one as in a compact source file, everything is at hand. */
  private static boolean importsModules(Outline file) {
    return file.hasImplicitClass() || file.words().contains("module");
  }

  private static boolean sees(Outline from, Outline to) {
    return from.packageName().equals(to.packageName())
        || from.words().contains(lastPart(to.packageName()));
  }

  private static String lastPart(String qualifiedName) {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }
}

package dev.chanlint.analyzer.project;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides files into programs such that no program declares a type twice.
 *
 * <p>Files that share a source root, the folder that their packages start from, belong together.
 * Where roots clash, each clashing root is a program of its own, and the others are one. Where
 * files of one root clash with one another, each of these is a program of its own, together with
 * the files of the root that clash with none.
 */
final class Partition {

  private Partition() {}

  static List<List<Outline>> of(List<Outline> outlines) {
    if (clashes(outlines).isEmpty()) {
      return List.of(outlines);
    }
    Map<Path, List<Outline>> roots = new LinkedHashMap<>();
    for (Outline outline : outlines) {
      roots.computeIfAbsent(root(outline), _ -> new ArrayList<>()).add(outline);
    }
    Set<Path> clashing = clashing(roots);
    List<Outline> rest = new ArrayList<>();
    List<List<Outline>> programs = new ArrayList<>();
    roots.forEach(
        (root, members) -> {
          if (clashing.contains(root)) {
            programs.addAll(divide(members));
          } else {
            rest.addAll(members);
          }
        });
    if (!rest.isEmpty()) {
      programs.addFirst(rest);
    }
    return programs;
  }

  private static Path root(Outline outline) {
    Path folder = requireNonNull(outline.file().home().getParent(), "a file in no folder");
    Path packageFolder = Path.of(outline.packageName().replace('.', '/'));
    if (outline.packageName().isEmpty() || !folder.endsWith(packageFolder)) {
      return folder;
    }
    Path above = folder.getRoot();
    int depth = folder.getNameCount() - packageFolder.getNameCount();
    return depth == 0 || above == null ? folder : above.resolve(folder.subpath(0, depth));
  }

  /** The types that more than one file declares. */
  private static Set<String> clashes(List<Outline> outlines) {
    Set<String> seen = new HashSet<>();
    Set<String> clashes = new HashSet<>();
    for (Outline outline : outlines) {
      for (String type : outline.types()) {
        if (!seen.add(type)) {
          clashes.add(type);
        }
      }
    }
    return clashes;
  }

  private static Set<Path> clashing(Map<Path, List<Outline>> roots) {
    Map<String, Path> owners = new HashMap<>();
    Set<Path> clashing = new HashSet<>();
    roots.forEach(
        (root, members) -> {
          for (Outline member : members) {
            for (String type : member.types()) {
              Path owner = owners.putIfAbsent(type, root);
              if (owner != null) {
                clashing.add(owner);
                clashing.add(root);
              }
            }
          }
        });
    return clashing;
  }

  private static List<List<Outline>> divide(List<Outline> members) {
    Set<String> clashes = clashes(members);
    if (clashes.isEmpty()) {
      return List.of(members);
    }
    List<Outline> shared =
        members.stream().filter(member -> !declaresAny(member, clashes)).toList();
    List<List<Outline>> programs = new ArrayList<>();
    for (Outline member : members) {
      if (declaresAny(member, clashes)) {
        List<Outline> program = new ArrayList<>(shared);
        program.add(member);
        programs.add(program);
      }
    }
    return programs;
  }

  private static boolean declaresAny(Outline outline, Set<String> types) {
    return outline.types().stream().anyMatch(types::contains);
  }
}

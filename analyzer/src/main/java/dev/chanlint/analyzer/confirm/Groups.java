package dev.chanlint.analyzer.confirm;

import dev.chanlint.analyzer.confirm.entry.Entry;
import dev.chanlint.analyzer.confirm.entry.EntryPoints;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Findings parted so that each part can be confirmed by itself, on another machine even, with the
 * verdicts that it would get together with the others: no two parts share an entry point.
 */
public final class Groups {

  private Groups() {}

  /**
   * Parts findings.
   *
   * @param program the code that they are about
   * @param findings the findings
   * @return the groups, in the order of their first findings; those that nothing reaches are each
   *     by themselves
   */
  public static List<List<Finding>> of(Program program, List<Finding> findings) {
    EntryPoints entryPoints = new EntryPoints(program);
    List<Group> groups = new ArrayList<>();
    for (Finding finding : findings) {
      Set<Entry> entries = Set.copyOf(entryPoints.reaching(finding).entries());
      join(groups, new Group(new ArrayList<>(List.of(finding)), entries));
    }
    return groups.stream().map(group -> inOrder(group, findings)).toList();
  }

  private record Group(List<Finding> findings, Set<Entry> entries) {}

  /** Joins a group with all that it shares an entry point with, in the place of the first. */
  private static void join(List<Group> groups, Group more) {
    List<Group> sharing =
        groups.stream()
            .filter(group -> group.entries().stream().anyMatch(more.entries()::contains))
            .toList();
    if (sharing.isEmpty()) {
      groups.add(more);
      return;
    }
    int place = groups.indexOf(sharing.getFirst());
    Group joined = new Group(new ArrayList<>(), new HashSet<>());
    Stream.concat(sharing.stream(), Stream.of(more))
        .forEach(
            group -> {
              joined.findings().addAll(group.findings());
              joined.entries().addAll(group.entries());
            });
    groups.set(place, joined);
    groups.removeAll(sharing.subList(1, sharing.size()));
  }

  private static List<Finding> inOrder(Group group, List<Finding> findings) {
    return findings.stream().filter(group.findings()::contains).toList();
  }
}

package dev.chanlint.analyzer.project;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Selects the files that can matter.
 *
 * <p>A finding is about code that starts, orders or blocks goroutines or threads, reached from an
 * entry point. So the core is: the files that do so themselves; those that name one of them, at any
 * hand, as callers do; and those that they name, at any hand, as callees and the types of what they
 * share. What the callers name beside that gives the core its values and is needed to the same end
 * where it is called, so the nearest of it is selected too: all of it in a small program, in a
 * large one so much that the cost stays in proportion to the core. The rest is known by its class
 * files, and what it computes is not.
 */
final class Relevance {

  /** How many files are selected at least beside the core, if there are as many. */
  private static final int MARGIN = 200;

  private final List<Outline> files;
  private final List<Mentions> mentions;

  private Relevance(List<Outline> files, List<Mentions> mentions) {
    this.files = files;
    this.mentions = mentions;
  }

  /**
   * The relevant ones among files.
   *
   * @param classes folders of their classes; where there are none, the files' words alone tell, and
   *     all that a selected file names is selected
   * @throws ProjectException if the classes cannot be read
   */
  static List<Outline> select(List<Outline> files, List<Path> classes) throws ProjectException {
    Words words = new Words(files);
    ConstantPools pools = new ConstantPools(files, classes);
    List<Mentions> mentions = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      Outline outline = files.get(file);
      mentions.add(pools.of(file, outline.file()).orElseGet(() -> words.of(outline)));
    }
    BitSet selected = new Relevance(files, mentions).selected(classes.isEmpty());
    return selected.stream().mapToObj(files::get).toList();
  }

  private BitSet selected(boolean closed) {
    List<BitSet> mentioned = mentions.stream().map(Mentions::files).toList();
    BitSet concurrent = concurrent();
    BitSet core = reach(concurrent, mentioning(), files.size());
    core.or(reach(concurrent, mentioned, files.size()));
    int limit = closed ? files.size() : core.cardinality() + Math.max(MARGIN, core.cardinality());
    return reach(core, mentioned, limit);
  }

  private BitSet concurrent() {
    BitSet concurrent = new BitSet();
    for (int file = 0; file < files.size(); file++) {
      concurrent.set(file, mentions.get(file).isConcurrent() || !files.get(file).isBalanced());
    }
    return concurrent;
  }

  /** For each file those that name it. */
  private List<BitSet> mentioning() {
    List<BitSet> mentioning = new ArrayList<>();
    files.forEach(_ -> mentioning.add(new BitSet()));
    for (int file = 0; file < files.size(); file++) {
      int from = file;
      mentions.get(file).files().stream().forEach(to -> mentioning.get(to).set(from));
    }
    return mentioning;
  }

  /** What some files lead to, the nearest first, up to a number of files. */
  private static BitSet reach(BitSet from, List<BitSet> edges, int limit) {
    BitSet reached = (BitSet) from.clone();
    int count = reached.cardinality();
    Deque<Integer> left = new ArrayDeque<>(from.stream().boxed().toList());
    while (!left.isEmpty()) {
      for (int next : edges.get(left.remove()).stream().toArray()) {
        if (!reached.get(next) && count < limit) {
          reached.set(next);
          left.add(next);
          count++;
        }
      }
    }
    return reached;
  }
}

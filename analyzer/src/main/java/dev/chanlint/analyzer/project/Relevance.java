package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
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
  private final List<BitSet> mentioned;
  private final List<BitSet> mentioning;

  private Relevance(List<Outline> files, List<Mentions> mentions) {
    this.files = files;
    this.mentions = mentions;
    this.mentioned = mentions.stream().map(Mentions::files).toList();
    this.mentioning = mentioning();
  }

  /**
   * The relevant ones among files.
   *
   * @param classes folders of their classes; where there are none, the files' words alone tell, and
   *     all that a selected file names is selected
   * @param setting the digest of what else findings depend on
   * @throws ProjectException if the classes cannot be read
   */
  static List<Island> select(List<Outline> files, List<Path> classes, byte[] setting)
      throws ProjectException {
    Words words = new Words(files);
    ConstantPools pools = new ConstantPools(files, classes);
    List<Mentions> mentions = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      Outline outline = files.get(file);
      mentions.add(pools.of(file, outline.file()).orElseGet(() -> words.of(outline)));
    }
    Relevance relevance = new Relevance(files, mentions);
    return relevance.islands(relevance.selected(classes.isEmpty()), setting, pools.foreign());
  }

  private BitSet selected(boolean closed) {
    BitSet concurrent = concurrent();
    BitSet core = reach(concurrent, mentioning, files.size());
    core.or(reach(concurrent, mentioned, files.size()));
    int limit = closed ? files.size() : core.cardinality() + Math.max(MARGIN, core.cardinality());
    return reach(core, mentioned, limit);
  }

  private List<Island> islands(BitSet selected, byte[] setting, List<String> foreign) {
    List<BitSet> neighbours = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      BitSet near = (BitSet) mentioned.get(file).clone();
      near.or(mentioning.get(file));
      near.and(selected);
      neighbours.add(near);
    }
    List<Island> islands = new ArrayList<>();
    BitSet left = (BitSet) selected.clone();
    while (!left.isEmpty()) {
      BitSet first = new BitSet();
      first.set(left.nextSetBit(0));
      BitSet island = reach(first, neighbours, files.size());
      left.andNot(island);
      islands.add(
          new Island(
              island.stream().mapToObj(file -> files.get(file).file()).toList(),
              key(island, setting, foreign)));
    }
    return islands;
  }

  /** What files that are not selected declare is known by their classes, and counts too. */
  private Key key(BitSet island, byte[] setting, List<String> foreign) {
    Key.Builder key = new Key.Builder("island").add(setting);
    foreign.forEach(key::add);
    for (int file : reach(island, mentioned, files.size()).stream().toArray()) {
      key.add(island.get(file) ? "parsed" : "known")
          .add(files.get(file).file().name())
          .add(files.get(file).digest());
    }
    return key.build();
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
      mentioned.get(file).stream().forEach(to -> mentioning.get(to).set(from));
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

package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.engine.Workload;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an exploration knows of the {@link Sites}: which were reached, which race, and which are
 * scheduling points. Threads that explore together share one.
 */
public final class Watch {

  /** A workload that is watched. */
  public interface Watched {

    /** What is known of it. */
    Watch watch();
  }

  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS;

  /**
   * Whether places were reached, by number, in blocks. These stay when their table grows, so no
   * mark is lost that another thread makes meanwhile. Marks are plain: they only ever become true,
   * and are read after the threads that make them have been joined.
   */
  private volatile boolean[][] reached = {};

  /** Never changed, only replaced. */
  private volatile Set<String> exposed = Set.of();

  private final Set<String> racing = new TreeSet<>();

  /** Makes one for an exploration that has not begun. */
  public Watch() {}

  /** That of a workload; one of nobody's if it is not watched. */
  static Watch of(Workload workload) {
    return workload instanceof Watched watched ? watched.watch() : new Watch();
  }

  /** Notes that a place was reached. */
  void reach(int site) {
    boolean[][] blocks = reached;
    int number = site >> BLOCK_BITS;
    boolean[] block = (number < blocks.length ? blocks : grown(number))[number];
    int mark = site & BLOCK - 1;
    if (!block[mark]) { // or threads would take the cache line from one another at each access
      block[mark] = true;
    }
  }

  private synchronized boolean[][] grown(int block) {
    boolean[][] blocks = reached;
    if (block >= blocks.length) {
      int before = blocks.length;
      blocks = Arrays.copyOf(blocks, block + 1);
      for (int i = before; i <= block; i++) {
        blocks[i] = new boolean[BLOCK];
      }
      reached = blocks;
    }
    return blocks;
  }

  /** The places reached so far. */
  public Set<Site> reached() {
    Set<Site> sites = new HashSet<>();
    boolean[][] blocks = reached;
    for (int i = 0; i < blocks.length * BLOCK; i++) {
      if (blocks[i >> BLOCK_BITS][i & BLOCK - 1]) {
        sites.add(Sites.at(i).site());
      }
    }
    return sites;
  }

  /** Whether an access at a place is a scheduling point. */
  boolean isExposed(int site) {
    Set<String> keys = exposed;
    return !keys.isEmpty() && keys.contains(Sites.key(site));
  }

  /**
   * Makes the accesses at the places with these keys scheduling points, and no others.
   *
   * @param keys a set that does not change
   */
  public void expose(Set<String> keys) {
    if (!exposed.equals(keys)) {
      exposed = keys;
    }
  }

  /** Notes that two accesses race. */
  synchronized void race(int one, int other) {
    racing.add(Sites.key(one));
    racing.add(Sites.key(other));
  }

  /** Notes that the order of something else matters. */
  public synchronized void note(Workload.Late what) {
    racing.add(key(what));
  }

  /** What stands for it among what is exposed; no place has such a key. */
  public static String key(Workload.Late what) {
    return what.name();
  }

  /** The keys of the places that were seen to race so far. */
  public synchronized Set<String> racing() {
    return Set.copyOf(racing);
  }
}

package dev.chanlint.explorer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Searchers that search one tree together. One that has nothing to search is given a branch by
 * another, from the shallowest node on that one's path that has any left; the nodes down to there
 * are shared from then on. A branch is searched by the one that took it and by those it gives parts
 * of it to, and sleeps meanwhile for all branches that are taken later: just as if the branches had
 * been searched one after the other in the order of taking, so the traces are the same. What a
 * searcher finds to be searched from a shared node is put there, for any of those below it; the
 * last of these that finds nothing more goes on with the node above.
 *
 * <p>All that is shared is guarded by the lock; {@link #wanted} is also read without, as a hint.
 */
final class Crew {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Queue<List<Branch>> offers = new ArrayDeque<>();

  /** How many have something to search, what is on offer counted in. */
  private int searching = 1;

  private int waiting;
  private volatile int wanted;
  private boolean closed;

  /** Whether somebody waits for something to search. */
  boolean isHungry() {
    return wanted > 0;
  }

  /** Changes shared nodes. */
  void exclusively(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Uses shared nodes. */
  <T extends @Nullable Object> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives away a branch of the shallowest node on a path that has any left, the last node apart.
   * Called by the searcher whose path it is.
   */
  void feed(List<Branch> path) {
    for (int depth = 0; depth < path.size() - 1; depth++) {
      Node node = path.get(depth).node();
      if (node.isShared() || node.hasMore()) {
        int shallowest = depth;
        if (exclusively(() -> give(path, shallowest))) {
          return;
        }
      }
    }
  }

  private boolean give(List<Branch> path, int depth) {
    Node node = path.get(depth).node();
    if (!isHungry() || !node.hasMore()) {
      return !isHungry();
    }
    path.subList(0, depth + 1).forEach(branch -> branch.node().share());
    Branch taken = node.take();
    if (taken == null) {
      return false;
    }
    List<Branch> offer = new ArrayList<>();
    path.subList(0, depth).forEach(branch -> offer.add(branch.copy()));
    offer.add(taken);
    offer.forEach(branch -> branch.node().enter());
    offers.add(offer);
    searching++;
    changed();
    return true;
  }

  /**
   * Replaces the last branch of a path, from a shared node, which was searched, by the next from
   * there. If there is none, takes it off the path, for the caller to go on above.
   *
   * @return false if others are left to go on from the node and above: the caller then leaves the
   *     whole path to them
   */
  boolean advance(List<Branch> path) {
    return exclusively(
        () -> {
          Node node = path.getLast().node();
          node.complete(path.getLast());
          Branch next = node.take();
          if (next != null) {
            path.set(path.size() - 1, next);
            return true;
          }
          if (node.leave()) {
            path.removeLast();
            return true;
          }
          path.subList(0, path.size() - 1).forEach(branch -> branch.node().leave());
          return false;
        });
  }

  /**
   * Waits for something to search.
   *
   * @param had whether the caller has had something until now
   * @return the branches that lead there; null if there is nothing more for anybody
   */
  @Nullable List<Branch> await(boolean had) {
    return exclusively(
        () -> {
          searching -= had ? 1 : 0;
          waiting++;
          changed();
          while (offers.isEmpty() && searching > 0 && !closed) {
            change.awaitUninterruptibly();
          }
          waiting--;
          List<Branch> offer = closed ? null : offers.poll();
          changed();
          return offer;
        });
  }

  /** Ends the waiting of all. */
  void close() {
    exclusively(
        () -> {
          closed = true;
          changed();
        });
  }

  private void changed() {
    wanted = waiting - offers.size();
    change.signalAll();
  }
}

package dev.chanlint.runtime.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The goroutines of a program that are alive. They are kept in blocks, in the order in which they
 * came. One that comes takes the lock of the shard of the one that starts it; one that goes takes
 * none, it leaves its place empty. Blocks that everyone has left are dropped when another is
 * needed.
 *
 * <p>Memory. A shard's blocks, and the number of places taken in its last one, are guarded by its
 * lock. Places are written with release and read with acquire. To see one that has gone is
 * harmless: its thread tells that it has ended. {@code gone} only grows; the block is not used
 * again, so it does not matter when others see it, once they see that all have gone.
 */
final class Registry {

  private static final int SHARDS =
      Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4;

  /** Where a goroutine is before it is anywhere. */
  static final Block NOWHERE = new Block();

  private final Shard[] shards = new Shard[SHARDS];

  Registry() {
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new Shard();
    }
  }

  /**
   * Takes in a goroutine.
   *
   * @param starter a number of who starts it, to keep those apart that start many at once
   */
  void add(Goroutine goroutine, long starter) {
    shards[(int) starter & (SHARDS - 1)].add(goroutine);
  }

  /** Lets go a goroutine that it took in. */
  static void remove(Goroutine goroutine) {
    goroutine.block.leave(goroutine.place);
  }

  /** How many there are. */
  int size() {
    int size = 0;
    for (Shard shard : shards) {
      size += shard.size();
    }
    return size;
  }

  /** How many blocks it keeps, which is what it takes in memory. */
  int blocks() {
    int blocks = 0;
    for (Shard shard : shards) {
      blocks += shard.blocks();
    }
    return blocks;
  }

  /** Shows each to a visitor until it says false; returns whether it never did. */
  boolean visit(Predicate<Goroutine> visitor) {
    for (Shard shard : shards) {
      if (!shard.visit(visitor)) {
        return false;
      }
    }
    return true;
  }

  /** Places for goroutines that came one after another. */
  static final class Block {

    private static final int PLACES = 64;
    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Goroutine[].class);
    private static final VarHandle GONE;

    static {
      try {
        GONE = MethodHandles.lookup().findVarHandle(Block.class, "gone", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final @Nullable Goroutine[] places = new Goroutine[PLACES];

    /** The block that was begun before it. */
    private @Nullable Block older;

    /** How many places were ever taken. */
    private int taken;

    /** How many of these were left. */
    private volatile int gone;

    boolean isFull() {
      return taken == PLACES;
    }

    boolean isAbandoned() {
      return gone == PLACES;
    }

    int size() {
      return taken - gone;
    }

    void take(Goroutine goroutine) {
      goroutine.block = this;
      goroutine.place = taken;
      PLACE.setRelease(places, taken, goroutine);
      taken++;
    }

    void leave(int place) {
      PLACE.setRelease(places, place, null);
      GONE.getAndAdd(this, 1);
    }

    boolean visit(Predicate<Goroutine> visitor) {
      for (int i = 0; i < taken; i++) {
        Goroutine goroutine = (Goroutine) PLACE.getAcquire(places, i);
        if (goroutine != null && !visitor.test(goroutine)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Those whom some have started. */
  private static final class Shard extends SpinLock {

    /** How many blocks there may be, at least, before those that were abandoned are dropped. */
    private static final int FEW = 8;

    private Block last = new Block();
    private int blocks = 1;
    private int clearAt = FEW;

    void add(Goroutine goroutine) {
      lock();
      if (last.isFull()) {
        begin();
      }
      last.take(goroutine);
      unlock();
    }

    /** Begins a block; each time that their number has doubled, drops those that were abandoned. */
    private void begin() {
      Block block = new Block();
      block.older = last;
      last = block;
      if (++blocks >= clearAt) {
        clear();
        clearAt = Math.max(FEW, 2 * blocks);
      }
    }

    private void clear() {
      Block kept = last;
      for (Block block = last.older; block != null; block = block.older) {
        if (block.isAbandoned()) {
          blocks--;
          kept.older = block.older;
        } else {
          kept = block;
        }
      }
    }

    int blocks() {
      lock();
      int kept = blocks;
      unlock();
      return kept;
    }

    int size() {
      lock();
      int size = 0;
      for (Block block = last; block != null; block = block.older) {
        size += block.size();
      }
      unlock();
      return size;
    }

    boolean visit(Predicate<Goroutine> visitor) {
      lock();
      try {
        for (Block block = last; block != null; block = block.older) {
          if (!block.visit(visitor)) {
            return false;
          }
        }
        return true;
      } finally {
        unlock();
      }
    }
  }
}

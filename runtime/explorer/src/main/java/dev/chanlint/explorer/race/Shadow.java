package dev.chanlint.explorer.race;

import org.jspecify.annotations.Nullable;

/**
 * What the race detector remembers of one variable: a field of an object, a static, an array
 * element, a collection. Epochs are a goroutine's number and the tick of its clock. A shadow lives
 * as long as what it stands for, often past an execution, so it carries the number of the execution
 * that wrote it and counts as empty in any other.
 */
public final class Shadow {

  /** The last accesses of one kind of several goroutines, unordered among themselves. */
  static final class Accesses {
    /** What a reader calls them, such as {@code atomic write}. */
    final String kind;

    int[] goroutines = new int[4];
    int[] ticks = new int[4];
    int[] sites = new int[4];
    int size;

    Accesses(String kind) {
      this.kind = kind;
    }

    void put(int goroutine, int tick, int site) {
      int i = 0;
      while (i < size && goroutines[i] != goroutine) {
        i++;
      }
      if (i == size) {
        grow();
        size++;
      }
      goroutines[i] = goroutine;
      ticks[i] = tick;
      sites[i] = site;
    }

    /** The tick of a goroutine's last access, or another number if it has made none. */
    int tick(int goroutine, int otherwise) {
      for (int i = 0; i < size; i++) {
        if (goroutines[i] == goroutine) {
          return ticks[i];
        }
      }
      return otherwise;
    }

    private void grow() {
      if (size == goroutines.length) {
        goroutines = java.util.Arrays.copyOf(goroutines, 2 * size);
        ticks = java.util.Arrays.copyOf(ticks, 2 * size);
        sites = java.util.Arrays.copyOf(sites, 2 * size);
      }
    }
  }

  long execution;

  /** The goroutine of the last write; 0 if there is none. */
  int writer;

  int writeTick;
  int writeSite;

  /** The goroutine of the last read if one ordered read stands for all; 0 if there is none. */
  int reader;

  int readTick;
  int readSite;
  @Nullable Accesses reads;

  /** Accesses that race with plain ones, but not with one another: atomic ones, and of parts. */
  @Nullable Accesses atomicReads;

  @Nullable Accesses atomicWrites;

  /** For a variable that is accessed atomically: what goroutines synchronise on. */
  @Nullable Object location;

  /** Makes one for a variable that was not accessed yet. */
  public Shadow() {}

  /** Whether the variable was accessed in the execution that this was entered for. */
  boolean isKnown() {
    return writer != 0
        || reader != 0
        || reads != null
        || atomicReads != null
        || atomicWrites != null;
  }

  /** Forgets other executions. */
  void enter(long current) {
    if (execution != current) {
      execution = current;
      writer = 0;
      reader = 0;
      reads = null;
      atomicReads = null;
      atomicWrites = null;
      location = null;
    }
  }
}

package dev.chanlint.analyzer.project;

import java.util.BitSet;

/**
 * What a source file names.
 *
 * @param files the numbers of the files whose types it names
 * @param isConcurrent whether it names something with which goroutines or threads are started,
 *     ordered or made to wait
 */
record Mentions(BitSet files, boolean isConcurrent) {

  Mentions() {
    this(new BitSet(), false);
  }

  /** What this and another name. */
  Mentions and(Mentions other) {
    BitSet both = (BitSet) files.clone();
    both.or(other.files);
    return new Mentions(both, isConcurrent || other.isConcurrent);
  }
}

package dev.chanlint.conformance.differential;

import java.util.List;

/**
 * A concurrent program, free of data races and of endless loops, that can be written in Go and in
 * Java. Its goroutines share objects that are named by their kind and number: channel {@code c0},
 * mutex {@code m1}, …
 *
 * @param seed what it was made from, for those who want to make it again
 * @param channels the capacity of each channel; {@link #NIL} for a nil channel
 * @param contexts how long until each context expires, in microseconds; {@link #NEVER} for one that
 *     is cancelled or lives on
 * @param goroutines what each does; the first is the main goroutine
 */
record Source(
    long seed, List<Integer> channels, List<Integer> contexts, List<List<Statement>> goroutines) {

  /** The capacity that stands for a nil channel. */
  static final int NIL = -1;

  /** The time that stands for no deadline. */
  static final int NEVER = 0;

  /** How many objects of each kind other than channels and contexts there are to use. */
  static final int OBJECTS = 3;
}

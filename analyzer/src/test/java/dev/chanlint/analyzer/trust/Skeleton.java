package dev.chanlint.analyzer.trust;

import java.util.List;

/**
 * A program that does nothing but synchronise. Goroutine 0 is main, which starts the others before
 * its own operations.
 *
 * @param capacities of the channels
 * @param mutexes how many there are
 * @param count what the WaitGroup's counter is set to at the start
 * @param bodies what each goroutine does
 */
record Skeleton(List<Integer> capacities, int mutexes, int count, List<List<Op>> bodies) {

  /** An operation. */
  sealed interface Op {
    record Send(int channel) implements Op {}

    record Receive(int channel) implements Op {}

    record Close(int channel) implements Op {}

    /** Receives from whichever is ready, or from none if that is allowed and none is. */
    record Pick(List<Integer> channels, boolean otherwise) implements Op {}

    record Lock(int mutex) implements Op {}

    record Unlock(int mutex) implements Op {}

    record Done() implements Op {}

    record Await() implements Op {}
  }
}

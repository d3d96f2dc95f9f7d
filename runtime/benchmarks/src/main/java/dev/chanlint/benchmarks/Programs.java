package dev.chanlint.benchmarks;

/**
 * The programs of the comparison. Each performs a number of operations of one kind, on goroutines,
 * virtual threads or coroutines of its own that have all ended when it returns, and returns a sum
 * over what was received, so that a wrong one is told from a fast one. The values sent are small
 * enough for the JVM's cache of boxes, where the program lets them: what is measured is the
 * channel, not the allocator. {@code programs.go} holds the same programs in Go.
 */
public interface Programs {

  /** The number of goroutines in {@link #ring}, the main one included. */
  int RING_SIZE = 503;

  /** Two send a value to and fro over two unbuffered channels. */
  long pingPong(int roundTrips) throws Exception;

  /** Some send to as many others over one channel; each sends its share of the values. */
  long crowd(int pairs, int capacity, int values) throws Exception;

  /** One sends in turn on several unbuffered channels, another selects over all of them. */
  long selectWaiting(int cases, int values) throws Exception;

  /** One puts a value into one of two buffered channels in turn, and selects over both. */
  long selectReady(int values) throws Exception;

  /** A select with a default over an empty channel. */
  long selectDefault(int times) throws Exception;

  /** One sends to, and receives from, a buffered channel. */
  long alone(int values) throws Exception;

  /** Locks and unlocks a mutex that nobody else wants. */
  long lock(int times) throws Exception;

  /** Starts many that do nothing, and waits for all. */
  long spawn(int goroutines) throws Exception;

  /** A token goes round a ring of {@link #RING_SIZE} goroutines, full rounds of as many hops. */
  long ring(int hops) throws Exception;

  /** Builds a chain of goroutines, each adding one to what it gets, and sends one value through. */
  long daisyChain(int links) throws Exception;

  /** Sums the primes up to a limit, found by a chain of filters. */
  long primeSieve(int limit) throws Exception;

  /** Has many wait on one channel; returns once all have come as far as that, and leaves them. */
  void park(int goroutines) throws Exception;
}

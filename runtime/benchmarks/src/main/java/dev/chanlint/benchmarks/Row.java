package dev.chanlint.benchmarks;

/** A row of the comparison: a program, its size, and how many operations it then performs. */
public enum Row {
  PING_PONG("ping-pong, unbuffered, round trip", 50_000, Programs::pingPong),
  STREAM_0("stream, unbuffered, 1 → 1", 100_000, (p, n) -> p.crowd(1, 0, n)),
  STREAM_16("stream, capacity 16", 200_000, (p, n) -> p.crowd(1, 16, n)),
  STREAM_128("stream, capacity 128", 200_000, (p, n) -> p.crowd(1, 128, n)),
  CROWD_4("4 → 4, capacity 128", 200_000, (p, n) -> p.crowd(4, 128, n)),
  CROWD_1000("1000 → 1000, unbuffered", 200_000, (p, n) -> p.crowd(1_000, 0, n)),
  SELECT_2("select of 2, blocking", 50_000, (p, n) -> p.selectWaiting(2, n)),
  SELECT_8("select of 8, blocking", 50_000, (p, n) -> p.selectWaiting(8, n)),
  SELECT_READY("select of 2, one ready", 200_000, Programs::selectReady),
  SELECT_DEFAULT("select with default, none ready", 500_000, Programs::selectDefault),
  ALONE("send + receive on one goroutine, buffered", 500_000, Programs::alone),
  LOCK("lock + unlock, uncontended", 500_000, Programs::lock),
  SPAWN("spawn and join", 50_000, Programs::spawn),
  RING("ring of goroutines, per hop", 200 * Programs.RING_SIZE, Programs::ring),
  DAISY_CHAIN("daisy chain of 10,000, per link", 10_000, Programs::daisyChain),
  PRIME_SIEVE("prime sieve up to 2,000, per number", 2_000, Programs::primeSieve);

  /** How a row runs its program in a given size. */
  @FunctionalInterface
  private interface Run {
    long of(Programs programs, int size) throws Exception;
  }

  /** What the table calls it. */
  final String title;

  /** The size of the program, which is how many operations it performs. */
  final int size;

  private final Run run;

  Row(String title, int size, Run run) {
    this.title = title;
    this.size = size;
    this.run = run;
  }

  /** Runs the program in a size; returns its sum. */
  long run(Programs programs, int size) throws Exception {
    return run.of(programs, size);
  }
}

package dev.chanlint.analyzer.mutants;

/** A way of taking one synchronisation out of a program. */
enum Operator {
  /** The locking and the unlocking of one lock in one method. */
  LOCK_PAIR("a lock pair"),
  /** All unlocking of one lock in one method. */
  UNLOCK("an unlock"),
  /** {@code synchronized}, of a block or a method. */
  MONITOR("a monitor"),
  /** {@code volatile}. */
  VOLATILE("a volatile"),
  /** The closing of a channel. */
  CLOSE("a close"),
  /** {@code done} of a WaitGroup or {@code countDown} of a latch. */
  DONE("a done"),
  /** The wait for goroutines, threads or a latch. */
  AWAIT("an await"),
  /** The cancelling of a context. */
  CANCEL("a cancel"),
  /** A wake-up of those that wait on a condition. */
  SIGNAL("a signal"),
  /** A slot of a channel's buffer. */
  BUFFER_SLOT("a buffer slot"),
  /** A case of a select. */
  SELECT_CASE("a select case");

  private final String words;

  Operator(String words) {
    this.words = words;
  }

  /** What is taken out. */
  String words() {
    return words;
  }
}

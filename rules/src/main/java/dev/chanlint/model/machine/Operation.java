package dev.chanlint.model.machine;

/** What a goroutine does that others can observe. */
public enum Operation {
  /** A send. */
  SEND("send"),
  /** A receive. */
  RECEIVE("receive"),
  /** A receive by an enhanced {@code for} over a channel. */
  RANGE("range"),
  /** A select. */
  SELECT("select"),
  /** A send or receive that does not wait. */
  TRY("try"),
  /** The close of a channel. */
  CLOSE("close"),
  /** The acquisition of a lock for writing, or of an exclusive one. */
  LOCK("lock"),
  /** The acquisition of a lock for reading. */
  READ_LOCK("read lock"),
  /** The release of a lock. */
  UNLOCK("unlock"),
  /** The wait for a WaitGroup, latch, future or thread. */
  AWAIT("await"),
  /** A rise of a counter that others wait for. */
  ADD("add"),
  /** A step towards what others wait for. */
  DONE("done"),
  /** The wait for a condition. */
  CONDITION("condition wait"),
  /** A signal of a condition. */
  SIGNAL("signal"),
  /** The acquisition of a permit. */
  ACQUIRE("acquire"),
  /** The wait for another goroutine's run of a {@code Once}. */
  ONCE("once"),
  /** An access to an atomic or volatile. */
  ATOMIC("atomic access"),
  /** A sleep, or an offer to let others run. */
  PAUSE("pause"),
  /** A send that did not wait and found nobody. */
  DROP("dropped send"),
  /** A look at a channel by a select that has a case for it. */
  WATCH("watch"),
  /** A long stretch of code without any operation. */
  RUN("run");

  private final String word;

  Operation(String word) {
    this.word = word;
  }

  /**
   * The word for it in messages.
   *
   * @return for example {@code receive}
   */
  public String word() {
    return word;
  }

  /**
   * Whether it may end otherwise for a goroutine that was interrupted.
   *
   * @return false only for what never waits
   */
  public boolean isInterruptible() {
    return switch (this) {
      case CLOSE, UNLOCK, ADD, DONE, SIGNAL, ATOMIC, DROP -> false;
      default -> true;
    };
  }
}

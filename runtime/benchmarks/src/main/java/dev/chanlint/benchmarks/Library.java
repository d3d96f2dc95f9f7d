package dev.chanlint.benchmarks;

import java.util.List;

/**
 * What the programs need of a library for the JVM whose calls block. In a JVM that measures there
 * is one, so that the compiler sees through it.
 *
 * @param <C> its channels, of numbers
 */
abstract class Library<C> {

  /** What a goroutine or thread runs. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  /** What a program runs first. */
  @FunctionalInterface
  interface Main {
    long run() throws Exception;
  }

  /** Runs a program to its end. */
  abstract long run(Main main) throws Exception;

  /** Starts a goroutine or a virtual thread. */
  abstract void go(Body body);

  /** Starts many and waits for all. */
  abstract void goAndJoin(int count, Body body) throws Exception;

  /** Makes a channel. */
  abstract C channel(int capacity);

  abstract void send(C channel, Long value) throws Exception;

  abstract Long receive(C channel) throws Exception;

  /** Receives from whichever has something. */
  abstract Long select(List<C> channels) throws Exception;

  /** Receives, or yields a default if there is nothing. */
  abstract Long selectOr(C channel, Long byDefault) throws Exception;

  /** Locks and unlocks, many times, a mutex of the library. */
  abstract void lockAndUnlock(int times);
}

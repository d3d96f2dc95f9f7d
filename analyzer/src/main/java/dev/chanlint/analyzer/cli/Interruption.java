package dev.chanlint.analyzer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What happens when the JVM is told to end, by Ctrl-C or a signal, while a command runs: the
 * command is interrupted, and the JVM waits a while for it to tell what it knows.
 */
final class Interruption {

  private static final int PATIENCE_SECONDS = 10;

  private Interruption() {}

  /** Runs a command on this thread; returns its exit status. */
  static int endsEarly(IntSupplier command) {
    CountDownLatch told = new CountDownLatch(1);
    Thread running = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              running.interrupt();
              await(told);
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      told.countDown();
      forget(hook);
    }
  }

  private static void await(CountDownLatch told) {
    try {
      told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It runs already: that is what it is for.
    }
  }
}

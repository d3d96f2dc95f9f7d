package rules.leakreceive;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;

/** Waits for partners of the JDK's kinds that never come, and for some that do. */
public final class JdkPartners {

  public static void main(String[] args) {
    Go.run(
        () -> {
          CyclicBarrier barrier = new CyclicBarrier(2);
          Go.go(barrier::await); // want leak-receive "CyclicBarrier 'barrier'"
          Phaser phaser = new Phaser(2);
          Go.go(() -> phaser.arriveAndAwaitAdvance()); // want leak-receive "Phaser 'phaser'"
          CompletableFuture<Integer> never = new CompletableFuture<>();
          Go.go(() -> use(never.thenApply(n -> n + 1))); // the wait is in the method
          BlockingQueue<Integer> empty = new LinkedBlockingQueue<>();
          Go.go(() -> empty.take()); // want leak-receive "LinkedBlockingQueue 'empty'"
          Chan<Integer> silent = Chan.make();
          Thread.ofVirtual().name("reader").start(() -> silent.receive()); // want leak-receive
          served();
        });
  }

  private static void use(CompletableFuture<Integer> future) {
    future.join(); // want leak-receive "CompletableFuture"
  }

  private static void served() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Go.go(barrier::await);
    barrier.await();
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    CompletableFuture<Integer> sum =
        CompletableFuture.supplyAsync(() -> 1).thenCombine(take(queue), Integer::sum);
    queue.put(2);
    sum.join();
    Thread waiter = Thread.ofPlatform().unstarted(sum::join);
    waiter.start();
    waiter.join();
  }

  private static CompletableFuture<Integer> take(BlockingQueue<Integer> queue) {
    CompletableFuture<Integer> taken = new CompletableFuture<>();
    Go.go(() -> taken.complete(queue.take()));
    return taken;
  }
}

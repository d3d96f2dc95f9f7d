package dev.chanlint.explorer.sandbox.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/** Atomics, and choices of data. */
final class AtomicPrograms {

  private AtomicPrograms() {}

  private static void both(Runnable body) throws InterruptedException {
    Thread thread = new Thread(body);
    thread.start();
    body.run();
    thread.join();
  }

  @Expect(outputs = "2")
  static void increment() throws Exception {
    AtomicInteger count = new AtomicInteger();
    both(count::incrementAndGet);
    System.out.print(count.get());
  }

  @Expect(outputs = {"1", "2"})
  static void lostUpdate() throws Exception {
    AtomicInteger count = new AtomicInteger();
    both(() -> count.set(count.get() + 1));
    System.out.print(count);
  }

  @Expect(outputs = {"truefalse", "falsetrue"})
  static void compareAndSet() throws Exception {
    AtomicBoolean taken = new AtomicBoolean();
    both(() -> System.out.print(taken.compareAndSet(false, true)));
  }

  @Expect(outputs = "ab")
  static void reference() throws Exception {
    AtomicReference<String> text = new AtomicReference<>("");
    both(() -> text.accumulateAndGet("x", String::concat));
    System.out.print(text.get().replaceFirst("x", "a").replaceFirst("x", "b"));
  }

  @Expect(outputs = "1 1")
  static void array() throws Exception {
    AtomicIntegerArray slots = new AtomicIntegerArray(2);
    AtomicInteger next = new AtomicInteger();
    both(() -> slots.compareAndSet(next.getAndIncrement(), 0, 1));
    System.out.print(slots.get(0) + " " + slots.get(1));
  }

  @Expect(outputs = "7")
  static void methodReference() {
    IntSupplier get = new AtomicInteger(7)::get;
    System.out.print(get.getAsInt());
  }

  @Expect(outputs = {"0", "1", "2"})
  static void smallDrawIsExplored() {
    System.out.print(new Random().nextInt(3));
  }

  @Expect(outputs = {"heads", "tails"})
  static void coin() {
    System.out.print(ThreadLocalRandom.current().nextBoolean() ? "heads" : "tails");
  }

  @Expect(outputs = "true")
  static void wideDrawIsFixed() {
    int drawn = new Random().nextInt(1_000_000);
    System.out.print(drawn >= 0 && drawn < 1_000_000);
  }

  @Expect(outputs = "0")
  static void seededRandomIsNoChoice() {
    System.out.print(new Random(42).nextInt(10));
  }

  private static final class Key {}

  @Expect(outputs = {"ab", "ba"})
  static void hashOrderIsTheSameInEachExecution() {
    Map<Key, String> map = new HashMap<>();
    map.put(new Key(), "a");
    map.put(new Key(), "b");
    String order = String.join("", map.values());
    System.out.print(new Random().nextBoolean() ? order : new StringBuilder(order).reverse());
  }
}

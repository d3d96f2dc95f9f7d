package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.RACE;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/** {@link VarHandle} and what is like it. */
final class HandlePrograms {

  private HandlePrograms() {}

  private static void beside(Runnable one, Runnable other) throws InterruptedException {
    Thread thread = new Thread(one);
    thread.start();
    other.run();
    thread.join();
  }

  private static final class Cell {
    private static final VarHandle PLAIN = handle("plain");
    private static final VarHandle SHARED = handle("shared");
    private static final VarHandle TOTAL;

    @SuppressWarnings("unused") // by TOTAL
    private static int total;

    private int plain;
    private volatile int shared;

    static {
      try {
        TOTAL = MethodHandles.lookup().findStaticVarHandle(Cell.class, "total", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private static VarHandle handle(String name) {
      try {
        return MethodHandles.lookup().findVarHandle(Cell.class, name, int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  @Expect(outputs = "2")
  static void getAndAdd() throws Exception {
    Cell cell = new Cell();
    beside(() -> Cell.PLAIN.getAndAdd(cell, 1), () -> Cell.PLAIN.getAndAdd(cell, 1));
    System.out.print((int) Cell.PLAIN.getVolatile(cell));
  }

  @Expect(outputs = {"1", "2"})
  static void lostUpdate() throws Exception {
    Cell cell = new Cell();
    Runnable add = () -> Cell.PLAIN.setVolatile(cell, (int) Cell.PLAIN.getVolatile(cell) + 1);
    beside(add, add);
    System.out.print((int) Cell.PLAIN.getVolatile(cell));
  }

  @Expect(outputs = {"truefalse", "falsetrue"})
  static void compareAndSet() throws Exception {
    Cell cell = new Cell();
    Runnable take = () -> System.out.print(Cell.SHARED.compareAndSet(cell, 0, 1));
    beside(take, take);
  }

  @Expect(outputs = {"1", "2"})
  static void volatileFieldAndItsHandleAreOne() throws Exception {
    Cell cell = new Cell();
    beside(() -> cell.shared = cell.shared + 1, () -> Cell.SHARED.getAndAdd(cell, 1));
    System.out.print(cell.shared);
  }

  @Expect(outputs = "2")
  static void staticField() throws Exception {
    beside(() -> Cell.TOTAL.getAndAdd(1), () -> Cell.TOTAL.getAndAdd(1));
    System.out.print((int) Cell.TOTAL.getVolatile());
  }

  @Expect(faults = RACE)
  static void plainReadBesideAnAtomicUpdate() throws Exception {
    Cell cell = new Cell();
    beside(() -> Cell.PLAIN.getAndAdd(cell, 1), () -> System.out.append("".repeat(0 * cell.plain)));
  }

  @Expect(faults = RACE)
  static void plainMode() throws Exception {
    Cell cell = new Cell();
    beside(() -> Cell.PLAIN.set(cell, 1), () -> Cell.PLAIN.set(cell, 2));
  }

  @Expect(outputs = {"", "5"})
  static void releaseAndAcquirePublish() throws Exception {
    Cell cell = new Cell();
    beside(
        () -> {
          cell.plain = 5;
          Cell.SHARED.setRelease(cell, 1);
        },
        () -> {
          if ((int) Cell.SHARED.getAcquire(cell) == 1) {
            System.out.print(cell.plain);
          }
        });
  }

  @Expect(
      outputs = {"", "5"},
      faults = RACE)
  static void opaqueDoesNotPublish() throws Exception {
    Cell cell = new Cell();
    beside(
        () -> {
          cell.plain = 5;
          Cell.SHARED.setOpaque(cell, 1);
        },
        () -> {
          if ((int) Cell.SHARED.getOpaque(cell) == 1) {
            System.out.print(cell.plain);
          }
        });
  }

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

  @Expect(outputs = "2 1")
  static void arrayElements() throws Exception {
    int[] numbers = new int[2];
    beside(
        () -> ELEMENT.getAndAdd(numbers, 0, 1),
        () -> {
          ELEMENT.getAndAdd(numbers, 0, 1);
          ELEMENT.setVolatile(numbers, 1, 1);
        });
    System.out.print(numbers[0] + " " + numbers[1]);
  }

  @Expect(
      outputs = {},
      limit = "uses VarHandle.fullFence, which is not modelled")
  static void fence() {
    VarHandle.fullFence();
  }

  private static final class Counted {
    private static final AtomicIntegerFieldUpdater<Counted> USES =
        AtomicIntegerFieldUpdater.newUpdater(Counted.class, "uses");
    private static final AtomicReferenceFieldUpdater<Counted, String> NAME =
        AtomicReferenceFieldUpdater.newUpdater(Counted.class, String.class, "name");

    private volatile int uses;
    private volatile String name;
  }

  @Expect(outputs = "2 2")
  static void fieldUpdater() throws Exception {
    Counted counted = new Counted();
    Runnable use = () -> Counted.USES.incrementAndGet(counted);
    beside(use, use);
    System.out.print(counted.uses + " " + Counted.USES.get(counted));
  }

  @Expect(outputs = {"a", "b"})
  static void referenceUpdater() throws Exception {
    Counted counted = new Counted();
    beside(
        () -> Counted.NAME.compareAndSet(counted, null, "a"),
        () -> Counted.NAME.compareAndSet(counted, null, "b"));
    System.out.print(counted.name);
  }

  @Expect(outputs = {"0", "1", "2"})
  static void adder() throws Exception {
    LongAdder adder = new LongAdder();
    Thread thread = new Thread(adder::increment);
    thread.start();
    Thread other = new Thread(adder::increment);
    other.start();
    System.out.print(adder.sum());
    thread.join();
    other.join();
  }

  @Expect(outputs = {"0 1", "1 0"})
  static void compareAndExchange() throws Exception {
    AtomicInteger number = new AtomicInteger();
    int[] seen = new int[2];
    beside(
        () -> seen[0] = number.compareAndExchange(0, 1),
        () -> seen[1] = number.compareAndExchange(0, 1));
    System.out.print(seen[0] + " " + seen[1]);
  }
}

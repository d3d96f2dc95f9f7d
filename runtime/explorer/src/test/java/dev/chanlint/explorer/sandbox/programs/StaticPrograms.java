package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.PANIC;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Statics are as freshly initialised in each execution: every program runs twice at least. */
final class StaticPrograms {

  private static int number = 7;
  private static String text;
  private static final List<String> LOG = new ArrayList<>();
  private static final int[] TABLE = {1, 2, 3};

  private StaticPrograms() {}

  private static void twice() {
    ThreadLocalRandom.current().nextBoolean();
  }

  @Expect(outputs = "7 null [] 1")
  static void changedStatics() {
    twice();
    System.out.print(number + " " + text + " " + LOG + " " + TABLE[0]);
    number++;
    text = "set";
    LOG.add("x");
    TABLE[0] = 9;
  }

  private static class Parent {
    static final StringBuilder TRACE = new StringBuilder("parent ");
  }

  private static final class Child extends Parent {
    static int made;

    static {
      TRACE.append("child ");
    }

    Child() {
      made++;
    }
  }

  @Expect(outputs = "parent child 1")
  static void orderOfInitialisation() {
    twice();
    new Child();
    System.out.print(Parent.TRACE.toString() + Child.made);
  }

  private enum Level {
    LOW,
    HIGH;

    int hits;
  }

  private enum Plain {
    A,
    B
  }

  @Expect(outputs = "0 HIGH 1")
  static void enums() {
    twice();
    Map<Level, Integer> map = new EnumMap<>(Level.class);
    map.put(Level.HIGH, 1);
    System.out.print(
        Level.HIGH.hits + " " + Level.valueOf("HIGH") + " " + map.get(Level.valueOf("HIGH")));
    Level.HIGH.hits++;
  }

  @Expect(outputs = "b")
  static void switches() {
    twice();
    Plain plain = Plain.valueOf("B");
    switch (plain) {
      case A -> System.out.print("a");
      case B -> System.out.print("b");
    }
  }

  private static final class Failing {
    static final int VALUE = fail();

    private Failing() {}

    private static int fail() {
      throw new IllegalStateException("not today");
    }
  }

  @Expect(outputs = "EIIE NCDFE")
  static void failedInitialiser() {
    twice();
    try {
      System.out.print(Failing.VALUE);
    } catch (ExceptionInInitializerError e) {
      System.out.print("EIIE ");
    }
    try {
      System.out.print(Failing.VALUE);
    } catch (NoClassDefFoundError e) {
      System.out.print("NCDFE");
    }
  }

  private static final class Slow {
    static final Slow INSTANCE = new Slow();
    private final int value;

    private Slow() {
      Thread.yield();
      value = 3;
    }
  }

  @Expect(outputs = "6")
  static void twoGoroutinesInitialise() throws Exception {
    int[] seen = new int[1];
    Thread thread = new Thread(() -> seen[0] = Slow.INSTANCE.value);
    thread.start();
    int own = Slow.INSTANCE.value;
    thread.join();
    System.out.print(own + seen[0]);
  }

  interface Constants {
    List<String> SHARED = new ArrayList<>();
  }

  @Expect(outputs = "0")
  static void interfaceConstant() {
    twice();
    System.out.print(Constants.SHARED.size());
    Constants.SHARED.add("x");
  }

  @Expect(faults = PANIC)
  static void stackOverflow() {
    deep(0);
  }

  private static int deep(int n) {
    return n < 0 ? 0 : deep(n + 1) + 1;
  }

  /** Each needs the other to be initialised. */
  private static final class Chicken {
    static final int NUMBER = Egg.number() + 1;

    private Chicken() {}

    static int number() {
      return NUMBER;
    }
  }

  private static final class Egg {
    static final int NUMBER = Chicken.number() + 1;

    private Egg() {}

    static int number() {
      return NUMBER;
    }
  }

  @Expect(
      outputs = {"", "12", "21"},
      faults = DEADLOCK)
  static void twoClassesThatNeedEachOther() throws Exception {
    Thread thread = new Thread(Chicken::number);
    thread.start();
    Egg.number();
    thread.join();
    System.out.print("" + Chicken.number() + Egg.number());
  }
}

package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.engine.Execution;
import java.beans.Expression;
import java.beans.Statement;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Programs that are hard on their JVM. */
final class HardPrograms {

  private static int count;

  private HardPrograms() {}

  static void fine() {
    System.out.println("fine");
  }

  static void deadlock() throws Exception {
    Object one = new Object();
    Object two = new Object();
    Thread thread = new Thread(() -> both(one, two));
    thread.start();
    both(two, one);
    thread.join();
  }

  private static void both(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        count++;
      }
    }
  }

  static void outOfMemory() {
    List<long[]> kept = new ArrayList<>();
    while (true) {
      kept.add(new long[1 << 18]);
    }
  }

  static void stackOverflow() {
    deep(0);
  }

  private static int deep(int n) {
    return n < 0 ? 0 : deep(n + 1) + 1;
  }

  /** By a part of the JDK that reflects itself, which no call site shows. */
  static void raceThenCrash() throws Exception {
    Thread thread = new Thread(() -> count++);
    thread.start();
    count++;
    thread.join();
    new Statement(Runtime.getRuntime(), "halt", new Object[] {9}).execute();
  }

  /** Writes to the descriptor that the answers go to. */
  static void noise() throws Exception {
    Object[] descriptor = {FileDescriptor.out};
    Object out = new Expression(FileOutputStream.class, "new", descriptor).getValue();
    new Statement(out, "write", new Object[] {new byte[] {1, 2, 3, 13, 10}}).execute();
  }

  static void spins() {
    while (true) {
      count++;
    }
  }

  /** What ends an exploration is nothing that it could catch. */
  static void swallowsAll() {
    while (true) {
      try {
        Runtime.getRuntime().exit(3);
      } catch (Throwable e) {
        System.out.println(e);
      } finally {
        count++;
      }
    }
  }

  static void daemons() {
    for (int i = 0; i < 3; i++) {
      Thread thread = new Thread(HardPrograms::spins);
      thread.setDaemon(true);
      thread.start();
    }
  }

  static void forks() throws Exception {
    new ProcessBuilder(List.of("sh", "-c", "sleep 1000")).start();
  }

  static void listens() throws Exception {
    new ServerSocket(0).close();
  }

  static void meddles() {
    Execution.require().leaveOut();
  }

  static void meddlesByReflection() throws Exception {
    Class.forName("dev.chanlint.explorer.engine.Execution").getMethod("current").invoke(null);
  }

  /** All inside the JDK: no jump of this code. */
  static void hang() {
    System.out.print(LongStream.iterate(0, Long::bitCount).anyMatch(HardPrograms::never));
  }

  private static boolean never(long value) {
    return value < 0;
  }
}

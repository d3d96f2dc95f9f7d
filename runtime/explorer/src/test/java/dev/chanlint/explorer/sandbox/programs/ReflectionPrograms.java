package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.RACE;

import java.io.File;
import java.io.FileOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What code under test reaches by reflection and method handles. */
@SuppressWarnings("unused") // by name
final class ReflectionPrograms {

  private static int count;
  private static final int FIXED = Integer.parseInt("4");

  private ReflectionPrograms() {}

  private static void beside(Runnable one, Runnable other) throws InterruptedException {
    Thread thread = new Thread(one);
    thread.start();
    other.run();
    thread.join();
  }

  private static synchronized void add() {
    count++;
  }

  private static void invokeAdd() {
    try {
      ReflectionPrograms.class.getDeclaredMethod("add").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Expect(outputs = "2")
  static void ownMethodIsUnderControl() throws Exception {
    beside(ReflectionPrograms::invokeAdd, ReflectionPrograms::invokeAdd);
    System.out.print(count);
  }

  private static void set(int value) {
    try {
      Field field = ReflectionPrograms.class.getDeclaredField("count");
      field.setInt(null, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Expect(faults = RACE)
  static void ownFieldIsChecked() throws Exception {
    beside(() -> set(1), () -> count = 2);
  }

  @Expect(outputs = "4 0 1")
  static void ownFieldsAreInitialised() throws Exception {
    Field fixed = ReflectionPrograms.class.getDeclaredField("FIXED");
    Field field = ReflectionPrograms.class.getDeclaredField("count");
    System.out.print(fixed.get(null) + " " + field.get(null));
    set(1);
    System.out.print(" " + count);
  }

  @Expect(outputs = "a")
  static void harmlessMethodOfTheJdk() throws Exception {
    System.out.print(String.class.getMethod("trim").invoke(" a "));
  }

  @Expect(
      outputs = {},
      limit = "changes the file system")
  static void effect() throws Exception {
    File.class.getMethod("delete").invoke(new File("/nowhere/file"));
  }

  @Expect(
      outputs = {},
      limit = "exits the JVM")
  static void exit() throws Exception {
    System.class.getMethod("exit", int.class).invoke(null, 7);
  }

  @Expect(
      outputs = {},
      limit = "writes a file")
  static void constructor() throws Exception {
    FileOutputStream.class.getConstructor(String.class).newInstance("/nowhere/file").close();
  }

  @Expect(
      outputs = {},
      limit = "makes a ReentrantLock by reflection")
  static void modelledClass() throws Exception {
    ReentrantLock.class.getConstructor().newInstance().lock();
  }

  @Expect(
      outputs = {},
      limit = "calls Thread.start by reflection")
  static void thread() throws Exception {
    Thread.class.getMethod("start").invoke(new Thread(() -> {}));
  }

  @Expect(
      outputs = {},
      limit = "calls ArrayList.add by reflection")
  static void collection() throws Exception {
    List.class.getMethod("add", Object.class).invoke(new java.util.ArrayList<String>(), "a");
  }

  @Expect(
      outputs = {},
      limit = "exits the JVM")
  static void methodHandle() throws Throwable {
    MethodHandle exit =
        MethodHandles.lookup()
            .findStatic(System.class, "exit", MethodType.methodType(void.class, int.class));
    exit.invoke(7);
  }

  @Expect(outputs = "1")
  static void methodHandleOfOwnMethod() throws Throwable {
    MethodHandles.lookup()
        .findStatic(ReflectionPrograms.class, "add", MethodType.methodType(void.class))
        .invoke();
    System.out.print(count);
  }

  @Expect(
      outputs = {},
      limit = "accesses a field by a MethodHandle")
  static void fieldByMethodHandle() throws Throwable {
    MethodHandles.lookup().findStaticGetter(ReflectionPrograms.class, "count", int.class);
  }

  @Expect(
      outputs = {},
      limit = "accesses Unsafe.theUnsafe by reflection")
  static void unsafe() throws Exception {
    Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
    field.setAccessible(true);
    field.get(null);
  }

  @Expect(
      outputs = {},
      limit = "defines a class that is not under control")
  static void classLoader() throws Exception {
    new URLClassLoader(new URL[0]).close();
  }

  @Expect(outputs = "run")
  static void proxy() {
    Runnable proxy =
        (Runnable)
            Proxy.newProxyInstance(
                ReflectionPrograms.class.getClassLoader(),
                new Class<?>[] {Runnable.class},
                (self, method, arguments) -> {
                  System.out.print(method.getName());
                  return null;
                });
    proxy.run();
  }

  private static final class Finalized {
    @Override
    @SuppressWarnings({"removal", "Finalize"})
    protected void finalize() {
      count = 1;
    }
  }

  @Expect(
      outputs = {},
      limit = "makes a ReflectionPrograms.Finalized, which has a finalizer")
  static void finalizer() {
    new Finalized();
  }

  private static final class Pair {
    private int left;
    private int right;
  }

  @Expect(outputs = "[left, right] 0")
  static void listedMembers() {
    Pair pair = new Pair();
    pair.left = pair.right;
    System.out.print(
        Arrays.stream(Pair.class.getDeclaredFields()).map(Field::getName).sorted().toList()
            + " "
            + Pair.class.getDeclaredMethods().length);
  }
}

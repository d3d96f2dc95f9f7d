package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.juc.ArrayQueueModel;
import dev.chanlint.explorer.juc.CompletionServiceModel;
import dev.chanlint.explorer.juc.DelayedTask;
import dev.chanlint.explorer.juc.DequeModel;
import dev.chanlint.explorer.juc.ExchangerModel;
import dev.chanlint.explorer.juc.FlockModel;
import dev.chanlint.explorer.juc.ForkJoinPoolModel;
import dev.chanlint.explorer.juc.ForkJoinTaskModel;
import dev.chanlint.explorer.juc.ForkJoinWorkerThreadModel;
import dev.chanlint.explorer.juc.JdkInternals;
import dev.chanlint.explorer.juc.LinkedQueueModel;
import dev.chanlint.explorer.juc.RecursiveActionModel;
import dev.chanlint.explorer.juc.RecursiveTaskModel;
import dev.chanlint.explorer.juc.ScheduledPoolModel;
import dev.chanlint.explorer.juc.StampedLockModel;
import dev.chanlint.explorer.juc.SynchronousQueueModel;
import dev.chanlint.explorer.juc.TransferQueueModel;
import dev.chanlint.explorer.juc.UnsafeModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's classes that code under test uses under another name. Some have a model here that is no
 * subclass of theirs. Others are algorithms whose own code can run under control: what it builds on
 * (monitors, {@code LockSupport}, {@code VarHandle}, atomics) is modelled, so a copy of the JDK's
 * class file is renamed and instrumented like code under test. Interfaces that the rest of the JDK
 * uses keep their names. Names are internal.
 */
final class Replacements {

  private static final String CONCURRENT = "java/util/concurrent/";

  /** The package of the copies. */
  private static final String COPIES = "dev/chanlint/explorer/copied/";

  /** Classes with a model that stands for them. */
  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          model(java.util.concurrent.ArrayBlockingQueue.class, ArrayQueueModel.class),
          model(java.util.concurrent.LinkedBlockingQueue.class, LinkedQueueModel.class),
          model(java.util.concurrent.LinkedBlockingDeque.class, DequeModel.class),
          model(java.util.concurrent.LinkedTransferQueue.class, TransferQueueModel.class),
          model(java.util.concurrent.SynchronousQueue.class, SynchronousQueueModel.class),
          model(java.util.concurrent.Exchanger.class, ExchangerModel.class),
          model(java.util.concurrent.locks.StampedLock.class, StampedLockModel.class),
          model(java.util.concurrent.ExecutorCompletionService.class, CompletionServiceModel.class),
          model(java.util.concurrent.ForkJoinPool.class, ForkJoinPoolModel.class),
          model(java.util.concurrent.ForkJoinTask.class, ForkJoinTaskModel.class),
          model(java.util.concurrent.RecursiveTask.class, RecursiveTaskModel.class),
          model(java.util.concurrent.RecursiveAction.class, RecursiveActionModel.class),
          model(java.util.concurrent.ForkJoinWorkerThread.class, ForkJoinWorkerThreadModel.class),
          model(java.util.concurrent.ScheduledThreadPoolExecutor.class, ScheduledPoolModel.class));

  /** Classes whose own code is run; their nested classes go with them. */
  private static final List<String> COPIED =
      List.of(
          CONCURRENT + "AbstractExecutorService",
          CONCURRENT + "CompletableFuture",
          CONCURRENT + "CompletionStage",
          CONCURRENT + "DelayQueue",
          CONCURRENT + "Helpers",
          CONCURRENT + "Joiners",
          CONCURRENT + "Phaser",
          CONCURRENT + "PriorityBlockingQueue",
          CONCURRENT + "StructuredTaskScope",
          CONCURRENT + "StructuredTaskScopeImpl",
          CONCURRENT + "locks/AbstractQueuedLongSynchronizer",
          CONCURRENT + "locks/AbstractQueuedSynchronizer",
          "java/util/TaskQueue",
          "java/util/Timer",
          "java/util/TimerTask",
          "java/util/TimerThread");

  /**
   * Those of them whose plain fields threads look at without order, as they may if they know what
   * they do: in the copy they are volatile, for only then is the order of such accesses explored.
   */
  private static final Set<String> RACING =
      Set.of(
          CONCURRENT + "locks/AbstractQueuedLongSynchronizer",
          CONCURRENT + "locks/AbstractQueuedSynchronizer");

  /** What only the copies use: parts of the JDK that are closed to others, and hardware. */
  private static final Map<String, Class<?>> INTERNAL =
      Map.of(
          "java/util/concurrent/DelayScheduler$ScheduledForkJoinTask", DelayedTask.class,
          "jdk/internal/invoke/MhUtil", JdkInternals.class,
          "jdk/internal/misc/ThreadFlock", FlockModel.class,
          "jdk/internal/misc/Unsafe", UnsafeModel.class,
          "jdk/internal/util/ArraysSupport", JdkInternals.class,
          "jdk/internal/ref/CleanerFactory", JdkInternals.NoCleaner.class,
          "java/lang/ref/Cleaner", JdkInternals.NoCleaner.class,
          "java/lang/Runtime", JdkInternals.Uniprocessor.class);

  private static final Map<String, String> NEW_NAMES = new HashMap<>();

  static {
    MODELS.forEach((name, model) -> NEW_NAMES.put(name, Hierarchy.internal(model)));
    COPIED.forEach(name -> NEW_NAMES.put(name, COPIES + simple(name)));
  }

  private static final Map<String, String> OLD_NAMES =
      COPIED.stream().collect(Collectors.toMap(name -> COPIES + simple(name), name -> name));

  private static final Renaming OF_CODE = renaming(NEW_NAMES);
  private static final Renaming OF_COPIES = ofCopies();

  private Replacements() {}

  private static Map.Entry<String, Class<?>> model(Class<?> jdk, Class<?> model) {
    return Map.entry(Hierarchy.internal(jdk), model);
  }

  private static Renaming ofCopies() {
    Map<String, String> names = new HashMap<>(NEW_NAMES);
    INTERNAL.forEach((name, model) -> names.put(name, Hierarchy.internal(model)));
    return renaming(names);
  }

  private static Renaming renaming(Map<String, String> names) {
    String any = names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Pattern whole = Pattern.compile("(?<![a-z_$/])(?:" + any + ")(?![\\w/])");
    return new Renaming(whole, name -> names.getOrDefault(name, name));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether a class is a copy of one of the JDK's. */
  static boolean isCopy(String name) {
    return name.startsWith(COPIES);
  }

  /** A class file of code under test, with what it refers to renamed. */
  static byte[] rename(byte[] classFile) {
    return OF_CODE.apply(classFile);
  }

  /** A name or descriptor of code under test as it is after renaming. */
  static String rename(String descriptor) {
    return OF_CODE.apply(descriptor);
  }

  /** The copy of the JDK's class file; null if the JDK has none such. */
  static byte @Nullable [] copy(String name) {
    int dollar = name.indexOf('$');
    String outermost = dollar < 0 ? name : name.substring(0, dollar);
    String original = OLD_NAMES.get(outermost);
    if (original == null) {
      return null;
    }
    String file = original + name.substring(outermost.length()) + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
      if (in == null) {
        return null;
      }
      byte[] copy = OF_COPIES.apply(in.readAllBytes());
      return RACING.contains(original) ? withVolatileFields(copy) : copy;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static byte[] withVolatileFields(byte[] bytes) {
    ClassFile classFile = ClassFile.of();
    return classFile.transformClass(classFile.parse(bytes), Access.makeVolatile());
  }

  /** The models by the names of the JDK's classes. */
  static Map<String, Class<?>> models() {
    return MODELS;
  }

  /** The names of the JDK's classes that are not seen by code under test. */
  static Set<String> hidden() {
    return new TreeSet<>(NEW_NAMES.keySet());
  }
}

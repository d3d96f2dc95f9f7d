package dev.chanlint.explorer.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of {@code java.util.concurrent} that no hook stands for: a call of it ends the
 * exploration rather than pass in silence.
 */
final class Unmodelled {

  private static final String PACKAGE = "java/util/concurrent/";

  /** Neither synchronises nor blocks, or calls what does and is seen there. */
  private static final Set<String> HARMLESS =
      Set.of(
          PACKAGE + "TimeUnit",
          PACKAGE + "ThreadLocalRandom",
          PACKAGE + "Callable",
          PACKAGE + "ThreadFactory",
          PACKAGE + "CompletionException",
          PACKAGE + "ExecutionException",
          PACKAGE + "CancellationException",
          PACKAGE + "TimeoutException",
          PACKAGE + "RejectedExecutionException",
          PACKAGE + "BrokenBarrierException",
          PACKAGE + "locks/AbstractOwnableSynchronizer");

  /** Static methods that only make something whose use is seen. */
  private static final Map<String, Set<String>> MAKERS =
      Map.of(PACKAGE + "ConcurrentHashMap", Set.of("newKeySet"));

  /** What models do not override, so it would see the JDK's own, unused state. */
  static final Map<String, Set<String>> FINAL =
      Map.of(
          PACKAGE + "locks/ReentrantLock",
          Set.of(
              "hasQueuedThreads",
              "hasQueuedThread",
              "getQueueLength",
              "hasWaiters",
              "getWaitQueueLength"),
          PACKAGE + "locks/ReentrantReadWriteLock",
          Set.of(
              "hasQueuedThreads",
              "hasQueuedThread",
              "getQueueLength",
              "hasWaiters",
              "getWaitQueueLength"),
          PACKAGE + "ThreadPoolExecutor",
          Set.of("prestartCoreThread", "prestartAllCoreThreads", "getLargestPoolSize"),
          PACKAGE + "Semaphore",
          Set.of("hasQueuedThreads", "getQueueLength"));

  private static final Set<String> OF_OBJECT =
      Set.of("<init>", "getClass", "hashCode", "equals", "toString");

  private Unmodelled() {}

  static Optional<Redirection> of(
      Hierarchy hierarchy, String owner, String name, boolean isStatic) {
    String declaring = jdkAncestor(hierarchy, owner);
    if (FINAL.getOrDefault(declaring, Set.of()).contains(name)) {
      String simple = declaring.substring(declaring.lastIndexOf('/') + 1);
      return Optional.of(
          new Redirection.Refuse("uses " + simple + "." + name + ", which is not modelled"));
    }
    if (AtomicAccesses.covers(declaring)) {
      return AtomicAccesses.of(declaring, name, isStatic);
    }
    if (!declaring.startsWith(PACKAGE)
        || HARMLESS.contains(declaring)
        || OF_OBJECT.contains(name)
        || isStatic && MAKERS.getOrDefault(declaring, Set.of()).contains(name)) {
      return Optional.empty();
    }
    String simple = declaring.substring(declaring.lastIndexOf('/') + 1).replace('$', '.');
    String reason = "uses " + simple + "." + name + ", which is not modelled";
    return Optional.of(
        isStatic || isInherited(owner, declaring)
            ? new Redirection.Refuse(reason)
            : new Redirection.RefuseJdk(reason));
  }

  /** Whether the JDK's own code runs although the receiver is of a class under test. */
  private static boolean isInherited(String owner, String declaring) {
    return !declaring.equals(owner) && !Redirections.models().containsKey(declaring);
  }

  /** The class itself, or the nearest above it that is the JDK's. */
  private static String jdkAncestor(Hierarchy hierarchy, String owner) {
    Optional<Hierarchy.Shape> shape = hierarchy.shape(owner);
    if (shape.isEmpty() || !shape.get().underTest()) {
      return owner;
    }
    String parent = shape.get().superName();
    return parent == null ? owner : jdkAncestor(hierarchy, parent);
  }
}

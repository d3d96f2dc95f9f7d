package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.hook.Atomics;
import dev.chanlint.explorer.hook.Clocks;
import dev.chanlint.explorer.hook.Console;
import dev.chanlint.explorer.hook.Draws;
import dev.chanlint.explorer.hook.Hashes;
import dev.chanlint.explorer.hook.Monitors;
import dev.chanlint.explorer.hook.Parking;
import dev.chanlint.explorer.hook.RandomModel;
import dev.chanlint.explorer.hook.Reflection;
import dev.chanlint.explorer.hook.ScopedValues;
import dev.chanlint.explorer.hook.Streams;
import dev.chanlint.explorer.hook.Threads;
import dev.chanlint.explorer.hook.VarHandles;
import dev.chanlint.explorer.juc.AtomicBooleanModel;
import dev.chanlint.explorer.juc.AtomicIntegerModel;
import dev.chanlint.explorer.juc.AtomicLongModel;
import dev.chanlint.explorer.juc.AtomicReferenceModel;
import dev.chanlint.explorer.juc.BarrierModel;
import dev.chanlint.explorer.juc.FutureModel;
import dev.chanlint.explorer.juc.LatchModel;
import dev.chanlint.explorer.juc.LockModel;
import dev.chanlint.explorer.juc.PoolModel;
import dev.chanlint.explorer.juc.Pools;
import dev.chanlint.explorer.juc.ReadWriteLockModel;
import dev.chanlint.explorer.juc.SemaphoreModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of code under test to the JDK are redirected: one table from what is called to what
 * becomes of it. A hook class lists its methods by being written: a static method {@code m(R, A)}
 * stands for {@code R.m(A)} if {@code R} or a class above has such an instance method, and {@code
 * m(A)} for the static method of the classes that {@link #HOOKS} names for it. What a class under
 * test declares itself is its own and left alone.
 */
final class Redirections {

  /** The hook classes, and for each the JDK classes whose static methods it stands for. */
  private static final Map<Class<?>, List<Class<?>>> HOOKS =
      Map.ofEntries(
          hook(Monitors.class),
          hook(Threads.class, Thread.class),
          hook(Parking.class, java.util.concurrent.locks.LockSupport.class),
          hook(Atomics.class),
          hook(VarHandles.class),
          hook(ScopedValues.class),
          hook(Draws.class, Math.class, StrictMath.class),
          hook(Clocks.class, System.class),
          hook(Hashes.class, System.class),
          hook(Pools.class, java.util.concurrent.Executors.class),
          hook(Streams.class, java.util.stream.StreamSupport.class),
          hook(Console.class));

  /** The JDK's classes of which code under test makes a model in place of an object. */
  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          model(java.util.Random.class, RandomModel.class),
          model(java.util.concurrent.CountDownLatch.class, LatchModel.class),
          model(java.util.concurrent.CyclicBarrier.class, BarrierModel.class),
          model(java.util.concurrent.FutureTask.class, FutureModel.class),
          model(java.util.concurrent.Semaphore.class, SemaphoreModel.class),
          model(java.util.concurrent.ThreadPoolExecutor.class, PoolModel.class),
          model(java.util.concurrent.atomic.AtomicBoolean.class, AtomicBooleanModel.class),
          model(java.util.concurrent.atomic.AtomicInteger.class, AtomicIntegerModel.class),
          model(java.util.concurrent.atomic.AtomicLong.class, AtomicLongModel.class),
          model(java.util.concurrent.atomic.AtomicReference.class, AtomicReferenceModel.class),
          model(java.util.concurrent.locks.ReentrantLock.class, LockModel.class),
          model(java.util.concurrent.locks.ReentrantReadWriteLock.class, ReadWriteLockModel.class));

  private static final Pattern PRIMITIVE_GETTER =
      Pattern.compile("get(Boolean|Byte|Char|Short|Int|Long|Float|Double)");

  /** Calls that list members, from which those are left out that instrumentation has added. */
  private static final Set<String> MEMBERS =
      Set.of("getDeclaredFields", "getDeclaredMethods", "getFields", "getMethods");

  /** Calls that reach a member by reflection, checked by {@link Reflection} when they are made. */
  private static final Map<String, Set<String>> CHECKED =
      Map.of(
          Hierarchy.internal(Method.class), Set.of("invoke"),
          Hierarchy.internal(java.lang.reflect.Constructor.class), Set.of("newInstance"),
          Hierarchy.internal(java.lang.invoke.MethodHandles.Lookup.class),
              Set.of(
                  "bind",
                  "findConstructor",
                  "findSpecial",
                  "findStatic",
                  "findVirtual",
                  "unreflect",
                  "unreflectConstructor",
                  "unreflectSpecial"));

  private static Map.Entry<Class<?>, List<Class<?>>> hook(Class<?> hook, Class<?>... statics) {
    return Map.entry(hook, List.of(statics));
  }

  private static Map.Entry<String, Class<?>> model(Class<?> jdk, Class<?> model) {
    return Map.entry(Hierarchy.internal(jdk), model);
  }

  private record Target(String owner, boolean isStatic, Redirection.Replace redirection) {}

  private final Map<String, List<Target>> replacements = new HashMap<>();
  private final Hierarchy hierarchy;
  private final Allowed allowed;

  Redirections(Hierarchy hierarchy, Allowed allowed) {
    this.hierarchy = hierarchy;
    this.allowed = allowed;
    HOOKS.forEach((hook, owners) -> methods(hook).forEach(m -> add(m, owners)));
  }

  private static List<Method> methods(Class<?> hook) {
    return Arrays.stream(hook.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .toList();
  }

  private void add(Method hook, List<Class<?>> owners) {
    List<Target> targets = targets(hook, owners);
    if (targets.isEmpty()) {
      return; // called by instrumented code directly, for an instruction
    }
    String key =
        hook.getName()
            + descriptor(targets.getFirst().isStatic() ? hook.getParameterTypes() : rest(hook));
    replacements.computeIfAbsent(key, k -> new ArrayList<>()).addAll(targets);
  }

  private static List<Target> targets(Method hook, List<Class<?>> owners) {
    Redirection.Replace redirection =
        new Redirection.Replace(
            CodeInstrumenter.desc(hook.getDeclaringClass()), hook.getName(), typeOf(hook));
    List<Target> statics =
        owners.stream()
            .filter(
                o ->
                    declares(
                        o, hook.getName(), hook.getParameterTypes(), hook.getReturnType(), true))
            .map(o -> new Target(Hierarchy.internal(o), true, redirection))
            .toList();
    if (!statics.isEmpty() || hook.getParameterCount() == 0) {
      return statics;
    }
    Class<?> receiver = hook.getParameterTypes()[0];
    return declares(receiver, hook.getName(), rest(hook), hook.getReturnType(), false)
        ? List.of(new Target(Hierarchy.internal(receiver), false, redirection))
        : List.of();
  }

  private static boolean declares(
      Class<?> owner, String name, Class<?>[] parameters, Class<?> returns, boolean isStatic) {
    try {
      Method method = owner.getMethod(name, parameters);
      return Modifier.isStatic(method.getModifiers()) == isStatic
          && method.getReturnType() == returns;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Class<?>[] rest(Method hook) {
    Class<?>[] all = hook.getParameterTypes();
    return Arrays.copyOfRange(all, 1, all.length);
  }

  private static String descriptor(Class<?>[] parameters) {
    return MethodType.methodType(void.class, parameters).descriptorString();
  }

  private static MethodTypeDesc typeOf(Method hook) {
    return MethodTypeDesc.ofDescriptor(
        MethodType.methodType(hook.getReturnType(), hook.getParameterTypes()).descriptorString());
  }

  /** What {@code now()} becomes; hooks cannot share a name and differ in what they return alone. */
  private static final Map<String, String> NOW =
      Map.of(
          "java/time/Instant", "instant",
          "java/time/LocalDate", "localDate",
          "java/time/LocalTime", "localTime",
          "java/time/LocalDateTime", "localDateTime",
          "java/time/ZonedDateTime", "zonedDateTime",
          "java/time/OffsetDateTime", "offsetDateTime");

  /** What a call goes through though it is not its receiver. */
  List<Observations.Passed> passed(String owner, String name, MethodTypeDesc type) {
    return Observations.passed(hierarchy, owner, name, type);
  }

  /** What a concatenation of texts goes through. */
  List<Observations.Passed> concatenated(MethodTypeDesc type) {
    return Observations.written(hierarchy, type);
  }

  /** Whether a text that is made of an object of this type may go through it. */
  boolean mayHoldMore(ClassDesc type) {
    return Observations.mayHoldMore(hierarchy, type);
  }

  /** What becomes of a call; empty if it is made as it stands. */
  Optional<Redirection> of(String owner, String name, MethodTypeDesc type, boolean isStatic) {
    String now = NOW.get(owner);
    if (now != null && name.equals("now") && type.parameterCount() == 0) {
      return Optional.of(
          new Redirection.Replace(CodeInstrumenter.desc(Clocks.Now.class), now, type));
    }
    Optional<Redirection> replaced = replacement(owner, name, type, isStatic);
    if (replaced.isPresent()) {
      return replaced;
    }
    if (hierarchy.declaredUnderTest(owner, name, type.descriptorString())) {
      return Optional.empty();
    }
    return Stream.<Supplier<Optional<Redirection>>>of(
            () -> reflective(owner, name),
            () -> Refusals.of(hierarchy, allowed, owner, name, type),
            () -> isStatic ? after(owner, name) : Observations.of(hierarchy, owner, name, type),
            () -> Unmodelled.of(hierarchy, owner, name, isStatic))
        .flatMap(table -> table.get().stream())
        .findFirst();
  }

  /** Updaters are made for the class that asks, so they are bound to their fields afterwards. */
  private static Optional<Redirection> after(String owner, String name) {
    if (Observations.wraps(owner, name)) {
      return Optional.of(new Redirection.Wrap());
    }
    return owner.endsWith("FieldUpdater") && name.equals("newUpdater")
        ? Optional.of(new Redirection.After(CodeInstrumenter.desc(VarHandles.class), name))
        : Optional.empty();
  }

  private static Optional<Redirection> reflective(String owner, String name) {
    if (owner.equals(Hierarchy.internal(java.lang.reflect.Field.class))) {
      boolean write = name.startsWith("set") && !name.startsWith("setAccessible");
      boolean read = name.equals("get") || PRIMITIVE_GETTER.matcher(name).matches();
      return write || read ? Optional.of(new Redirection.ReflectedField(write)) : Optional.empty();
    }
    if (owner.equals("java/lang/Class") && MEMBERS.contains(name)) {
      return Optional.of(
          new Redirection.After(CodeInstrumenter.desc(Reflection.class), "withoutHidden"));
    }
    return CHECKED.getOrDefault(owner, Set.of()).contains(name)
        ? Optional.of(new Redirection.Before(CodeInstrumenter.desc(Reflection.class), name))
        : Optional.empty();
  }

  private Optional<Redirection> replacement(
      String owner, String name, MethodTypeDesc type, boolean isStatic) {
    String key =
        name + type.changeReturnType(java.lang.constant.ConstantDescs.CD_void).descriptorString();
    List<Target> candidates = replacements.get(key);
    if (candidates == null) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(t -> t.isStatic() == isStatic && hierarchy.isSubtype(owner, t.owner()))
        .filter(t -> !hierarchy.declaredUnderTest(owner, name, type.descriptorString()))
        .<Redirection>map(Target::redirection)
        .findFirst();
  }

  /**
   * Why a member may not be reached by reflection; null if that does no harm. What a hook stands
   * for would pass unseen.
   */
  @Nullable String refusal(String owner, String name, MethodTypeDesc type, boolean isStatic) {
    if (name.equals("<init>") && MODELS.containsKey(owner)) {
      return "makes a " + simple(owner) + " by reflection";
    }
    if (Replacements.hidden().contains(owner)) {
      return "reaches " + simple(owner) + " by reflection";
    }
    return switch (of(owner, name, type, isStatic).orElse(null)) {
      case null -> null;
      case Redirection.Refuse r -> r.reason();
      case Redirection.RefuseJdk r -> r.reason();
      case Redirection.RefuseUnlessWritable r -> r.reason();
      case Redirection.Observe r when Observations.ANY.contains(owner) -> null;
      default -> "calls " + simple(owner) + "." + name + " by reflection";
    };
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
  }

  /** The models by the internal names of the JDK classes. */
  static Map<String, Class<?>> models() {
    return MODELS;
  }

  /** Whether a call of a model's method that it cannot override is refused. */
  boolean isRefusedOnModels(String owner, String name) {
    return Unmodelled.FINAL.getOrDefault(owner, Set.of()).contains(name);
  }

  /** The model of a JDK class; empty if objects of it are made as they are. */
  Optional<ClassDesc> model(String owner) {
    return Optional.ofNullable(MODELS.get(owner)).map(CodeInstrumenter::desc);
  }

  /** What follows a read of a JDK's field: {@code System.out} is replaced by the console's. */
  Optional<Consumer<CodeBuilder>> afterField(FieldInstruction access) {
    if (access.opcode() != Opcode.GETSTATIC
        || !access.owner().asInternalName().equals("java/lang/System")) {
      return Optional.empty();
    }
    ClassDesc stream = access.typeSymbol();
    return Optional.of(
        code ->
            code.pop()
                .invokestatic(
                    CodeInstrumenter.desc(Console.class),
                    access.name().stringValue(),
                    MethodTypeDesc.of(stream)));
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what code under test reaches by reflection. Members of code under test are instrumented
 * themselves. Of the JDK's, those that a direct call would be kept from, or that would have to be
 * told to a hook, end the exploration.
 */
public final class Reflection {

  private Reflection() {}

  /** What begins the names of the members that instrumentation adds. */
  private static final String HIDDEN = "chanlint$";

  /** After the fields of a class were listed. */
  public static Field[] withoutHidden(Field[] fields) {
    return Arrays.stream(fields)
        .filter(field -> !field.getName().startsWith(HIDDEN))
        .toArray(Field[]::new);
  }

  /** After the methods of a class were listed. */
  public static Method[] withoutHidden(Method[] methods) {
    return Arrays.stream(methods)
        .filter(method -> !method.getName().startsWith(HIDDEN) && !isHashOfObject(method))
        .toArray(Method[]::new);
  }

  /** What stands for the hash code that a class inherits from {@link Object}. */
  private static boolean isHashOfObject(Method method) {
    return method.isSynthetic()
        && method.getName().equals("hashCode")
        && method.getParameterCount() == 0;
  }

  /** Before {@link Method#invoke}. */
  public static void invoke(
      @Nullable Method method, @Nullable Object receiver, Object @Nullable [] arguments) {
    if (method != null) {
      check(of(method, receiver), method.getName(), method);
    }
  }

  /** A method is looked up in the object's class. */
  private static Class<?> of(Method method, @Nullable Object receiver) {
    return receiver == null || Modifier.isStatic(method.getModifiers())
        ? method.getDeclaringClass()
        : receiver.getClass();
  }

  /** Before {@link Constructor#newInstance}. */
  public static void newInstance(
      @Nullable Constructor<?> constructor, Object @Nullable [] arguments) {
    if (constructor != null) {
      check(constructor.getDeclaringClass(), "<init>", constructor);
    }
  }

  /** Before {@link MethodHandles.Lookup#bind}. */
  public static void bind(
      MethodHandles.Lookup lookup, Object receiver, String name, MethodType type) {
    check(receiver.getClass(), name, type, false);
  }

  /** Before {@link MethodHandles.Lookup#findConstructor}. */
  public static void findConstructor(MethodHandles.Lookup lookup, Class<?> owner, MethodType type) {
    check(owner, "<init>", type, false);
  }

  /** Before {@link MethodHandles.Lookup#findSpecial}. */
  public static void findSpecial(
      MethodHandles.Lookup lookup, Class<?> owner, String name, MethodType type, Class<?> caller) {
    check(owner, name, type, false);
  }

  /** Before {@link MethodHandles.Lookup#findStatic}. */
  public static void findStatic(
      MethodHandles.Lookup lookup, Class<?> owner, String name, MethodType type) {
    check(owner, name, type, true);
  }

  /** Before {@link MethodHandles.Lookup#findVirtual}. */
  public static void findVirtual(
      MethodHandles.Lookup lookup, Class<?> owner, String name, MethodType type) {
    check(owner, name, type, false);
  }

  /** Before {@link MethodHandles.Lookup#unreflect}. */
  public static void unreflect(MethodHandles.Lookup lookup, Method method) {
    check(method.getDeclaringClass(), method.getName(), method);
  }

  /** Before {@link MethodHandles.Lookup#unreflectSpecial}. */
  public static void unreflectSpecial(MethodHandles.Lookup lookup, Method method, Class<?> caller) {
    check(method.getDeclaringClass(), method.getName(), method);
  }

  /** Before {@link MethodHandles.Lookup#unreflectConstructor}. */
  public static void unreflectConstructor(MethodHandles.Lookup lookup, Constructor<?> constructor) {
    check(constructor.getDeclaringClass(), "<init>", constructor);
  }

  private static void check(Class<?> owner, String name, Executable member) {
    Class<?> result = member instanceof Method method ? method.getReturnType() : void.class;
    MethodType type = MethodType.methodType(result, member.getParameterTypes());
    check(owner, name, type, Modifier.isStatic(member.getModifiers()));
  }

  private static void check(Class<?> owner, String name, MethodType type, boolean isStatic) {
    Execution execution = Execution.current();
    if (execution == null || owner.isArray()) {
      return;
    }
    String reason =
        execution.workload().refusal(owner.getName(), name, type.descriptorString(), isStatic);
    if (reason != null) {
      Effects.refuse(reason);
    }
  }

  /** Before a reflected field is read or set. */
  public static void accessField(
      @Nullable Field field, @Nullable Object target, boolean write, int site) {
    Goroutine self = Execution.goroutine();
    if (self == null || field == null) {
      return;
    }
    Class<?> owner = field.getDeclaringClass();
    Variable variable = Variable.of(field);
    boolean underTest = self.execution().workload().isUnderTest(owner.getName());
    boolean readOfFinal = !variable.isObserved() && !write && !owner.isInterface();
    if (!underTest || !variable.isObserved() && !readOfFinal) {
      Effects.refuse("accesses " + variable.name() + " by reflection");
      return;
    }
    variable.initialize();
    if (variable.isObserved() && (target != null || variable.isStatic())) {
      variable.plain(self, target, write, site);
    }
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.Shadow;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A field of code under test that is accessed through an object which stands for it (a {@code
 * VarHandle}, a field updater, a reflected field), with the shadow that instrumented accesses of it
 * use too.
 */
final class Variable {

  /** The part of a shadow field's name before that of the field. */
  private static final String SHADOW = "chanlint$shadow$";

  private static final String INITIALIZE = "chanlint$init";

  private final Field field;
  private final @Nullable VarHandle shadows;

  private Variable(Field field, @Nullable VarHandle shadows) {
    this.field = field;
    this.shadows = shadows;
  }

  /**
   * That of a field.
   *
   * @throws NoSuchFieldException if neither the class nor one above has it
   */
  static Variable of(Class<?> owner, String name) throws NoSuchFieldException {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Field declared : c.getDeclaredFields()) {
        if (declared.getName().equals(name)) {
          return of(declared);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }

  static Variable of(Field field) {
    return new Variable(field, shadows(field));
  }

  private static @Nullable VarHandle shadows(Field field) {
    try {
      Field shadow = field.getDeclaringClass().getDeclaredField(SHADOW + field.getName());
      shadow.setAccessible(true);
      return MethodHandles.lookup().unreflectVarHandle(shadow);
    } catch (NoSuchFieldException e) {
      return null; // not of an instrumented class, or final
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the shadow of " + field + " is closed", e);
    }
  }

  /** The variable that the code under test has made an object for, in this execution. */
  static @Nullable Variable behind(Execution execution, Object standIn) {
    return execution.<Variable[]>attachment(standIn, Variable.class, () -> new Variable[1])[0];
  }

  /** Remembers what an object stands for. */
  Variable bind(Execution execution, Object standIn) {
    execution.<Variable[]>attachment(standIn, Variable.class, () -> new Variable[1])[0] = this;
    return this;
  }

  boolean isFinal() {
    return Modifier.isFinal(field.getModifiers());
  }

  boolean isVolatile() {
    return Modifier.isVolatile(field.getModifiers());
  }

  boolean isStatic() {
    return Modifier.isStatic(field.getModifiers());
  }

  /** Whether instrumented code reports its accesses of it. */
  boolean isObserved() {
    return shadows != null;
  }

  /** Initialises the class of a static, unless this execution has. */
  void initialize() {
    if (isStatic()) {
      initialize(field.getDeclaringClass());
    }
  }

  /** Initialises a class under test, unless this execution has. */
  static void initialize(Class<?> type) {
    try {
      type.getDeclaredMethod(INITIALIZE).invoke(null);
    } catch (NoSuchMethodException e) {
      return; // it has no state that an execution could change
    } catch (ReflectiveOperationException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("cannot initialise " + type, e);
    }
  }

  /** Its shadow in an object, or the only one if it is static; made when first asked for. */
  Shadow shadow(@Nullable Object target) {
    if (shadows == null) {
      throw new IllegalStateException(field + " has no shadow");
    }
    Object known = isStatic() ? shadows.get() : shadows.get(target);
    if (known instanceof Shadow shadow) {
      return shadow;
    }
    Shadow made = new Shadow();
    if (isStatic()) {
      shadows.set(made);
    } else {
      shadows.set(target, made);
    }
    return made;
  }

  /** {@code Class.field}. */
  String name() {
    String owner = field.getDeclaringClass().getName();
    return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "." + field.getName();
  }

  /** Reports a plain access by the goroutine. */
  void plain(Goroutine self, @Nullable Object target, boolean write, int site) {
    if (isVolatile() && write) {
      Memory.writeVolatile(shadow(target), site);
    } else if (isVolatile()) {
      Memory.readVolatile(shadow(target), site);
    } else if (write) {
      Memory.write(shadow(target), site);
    } else {
      Memory.read(shadow(target), site);
    }
  }
}

package dev.chanlint.explorer.sandbox;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** The method that a lambda stands for, in the sandbox's copy of its class, with what it captured. */
record LambdaEntry(MethodHandle method) {

  /**
   * Finds it.
   *
   * @throws IllegalArgumentException if this is no lambda, needs an object, or captures something
   *     that is not of the JDK; the message says what
   */
  static LambdaEntry of(Sandbox sandbox, Serializable lambda) {
    SerializedLambda form = form(lambda);
    String className = form.getImplClass().replace('/', '.');
    String name = className + "." + form.getImplMethodName();
    if (form.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic) {
      throw new IllegalArgumentException(
          name + " needs an object; explore a lambda that uses no instance of its class");
    }
    List<Object> captured = captured(form, name);
    try {
      Class<?> type = Class.forName(className, false, sandbox);
      MethodType signature =
          MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), sandbox);
      Method method =
          type.getDeclaredMethod(form.getImplMethodName(), signature.parameterArray());
      method.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      return new LambdaEntry(MethodHandles.insertArguments(handle, 0, captured.toArray()));
    } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
      throw new IllegalArgumentException("cannot load " + name + " again: " + e, e);
    }
  }

  private static SerializedLambda form(Serializable lambda) {
    try {
      Method writeReplace = lambda.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      return (SerializedLambda) writeReplace.invoke(lambda);
    } catch (NoSuchMethodException | ClassCastException e) {
      throw new IllegalArgumentException(
          lambda.getClass().getName() + " is not a lambda or a method reference", e);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot take apart " + lambda.getClass().getName(), e);
    }
  }

  private static List<Object> captured(SerializedLambda form, String name) {
    List<Object> captured = new ArrayList<>();
    for (int i = 0; i < form.getCapturedArgCount(); i++) {
      captured.add(form.getCapturedArg(i));
    }
    captured.stream()
        .filter(value -> value != null && value.getClass().getClassLoader() != null)
        .findFirst()
        .ifPresent(
            value -> {
              throw new IllegalArgumentException(
                  name
                      + " captures a "
                      + value.getClass().getName()
                      + "; what an explored lambda captures must be of the JDK");
            });
    return captured;
  }

  /** Runs it. */
  void run() throws Throwable {
    method.invoke();
  }
}

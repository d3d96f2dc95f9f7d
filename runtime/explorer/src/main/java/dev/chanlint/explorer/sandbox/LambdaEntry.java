package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.engine.Body;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * A lambda of the caller, run in the sandbox: the method that it stands for is called in the
 * sandbox's copy of its class, with copies of what it captures, so that no execution sees what
 * another did.
 */
final class LambdaEntry implements Body {

  private final ClassLoader sandbox;
  private final MethodHandle method;
  private final Copies captured;

  private LambdaEntry(ClassLoader sandbox, MethodHandle method, Copies captured) {
    this.sandbox = sandbox;
    this.method = method;
    this.captured = captured;
  }

  static LambdaEntry of(ClassLoader sandbox, EntryPoint.Lambda lambda) {
    try {
      return new LambdaEntry(sandbox, method(sandbox, lambda), Copies.of(lambda.captured()));
    } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
      throw new IllegalArgumentException(
          "cannot find the code of the lambda in " + lambda.owner() + ": " + e, e);
    }
  }

  private static MethodHandle method(ClassLoader sandbox, EntryPoint.Lambda lambda)
      throws ReflectiveOperationException {
    Class<?> owner = Class.forName(lambda.owner().replace('/', '.'), false, sandbox);
    MethodType type = MethodType.fromMethodDescriptorString(lambda.descriptor(), sandbox);
    if (lambda.kind() == MethodHandleInfo.REF_newInvokeSpecial) {
      Constructor<?> constructor = owner.getDeclaredConstructor(type.parameterArray());
      constructor.setAccessible(true);
      return MethodHandles.lookup().unreflectConstructor(constructor);
    }
    Method method = owner.getDeclaredMethod(lambda.method(), type.parameterArray());
    method.setAccessible(true);
    return MethodHandles.lookup().unreflect(method);
  }

  @Override
  public void run() throws Throwable {
    method.invokeWithArguments(captured.in(sandbox));
  }
}

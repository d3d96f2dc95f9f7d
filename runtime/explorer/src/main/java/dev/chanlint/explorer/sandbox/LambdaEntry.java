package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.Program;
import dev.chanlint.explorer.engine.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * A lambda of the caller, run in the sandbox: its serialised form names the method it stands for,
 * which is called in the sandbox's copy of its class. What it captures is copied by serialisation,
 * into classes of the sandbox and anew for each execution, so that none sees what another did.
 */
final class LambdaEntry implements Body {

  private final ClassLoader loader;
  private final MethodHandle method;
  private final byte[] captured;

  private LambdaEntry(ClassLoader loader, MethodHandle method, byte[] captured) {
    this.loader = loader;
    this.method = method;
    this.captured = captured;
  }

  static LambdaEntry of(ClassLoader loader, Program lambda) {
    SerializedLambda form = serialized(lambda);
    try {
      return new LambdaEntry(loader, method(loader, form), captured(form));
    } catch (ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
      throw new IllegalArgumentException(
          "cannot find the code of the lambda in " + form.getCapturingClass() + ": " + e, e);
    }
  }

  private static SerializedLambda serialized(Program lambda) {
    try {
      Method replace = lambda.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (replace.invoke(lambda) instanceof SerializedLambda form) {
        return form;
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          "only a lambda or a method reference can be explored, not an object of "
              + lambda.getClass().getName(),
          e);
    }
    throw new IllegalArgumentException(
        "only a lambda or a method reference can be explored, not an object of "
            + lambda.getClass().getName());
  }

  private static MethodHandle method(ClassLoader loader, SerializedLambda form)
      throws ReflectiveOperationException {
    Class<?> owner = Class.forName(form.getImplClass().replace('/', '.'), false, loader);
    String signature = Replacements.rename(form.getImplMethodSignature());
    MethodType type = MethodType.fromMethodDescriptorString(signature, loader);
    if (form.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
      Constructor<?> constructor = owner.getDeclaredConstructor(type.parameterArray());
      constructor.setAccessible(true);
      return MethodHandles.lookup().unreflectConstructor(constructor);
    }
    Method method = owner.getDeclaredMethod(form.getImplMethodName(), type.parameterArray());
    method.setAccessible(true);
    return MethodHandles.lookup().unreflect(method);
  }

  private static byte[] captured(SerializedLambda form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      for (int i = 0; i < form.getCapturedArgCount(); i++) {
        out.writeObject(form.getCapturedArg(i));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the lambda captures what cannot be copied for each execution ("
              + e.getMessage()
              + " is not serialisable); make it inside the lambda",
          e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void run() throws Throwable {
    Object[] arguments = new Object[method.type().parameterCount()];
    try (ObjectInputStream in = new SandboxInput(new ByteArrayInputStream(captured))) {
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = in.readObject();
      }
    }
    method.invokeWithArguments(arguments);
  }

  /** Reads objects into classes of the sandbox. */
  private final class SandboxInput extends ObjectInputStream {

    SandboxInput(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, loader);
      } catch (ClassNotFoundException e) {
        return super.resolveClass(description);
      }
    }
  }
}

package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.Program;
import dev.chanlint.explorer.engine.Body;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Where code under test begins, in a form that can be handed to another JVM. Arguments are kept
 * serialised: each execution gets copies of its own, of classes of the sandbox.
 */
public sealed interface EntryPoint {

  /**
   * Finds the code in a sandbox.
   *
   * @throws IllegalArgumentException if there is no such code; the message says what is missing
   */
  Body in(ClassLoader sandbox);

  /**
   * A {@code main} or a method that is run as a test.
   *
   * @param name the binary name of a class with a {@code main}, {@code Class#method} for a method
   *     without parameters, or {@code Class#method(type,type)} with their binary names
   * @param arguments what it is called with, serialised
   */
  record Named(String name, byte[] arguments) implements EntryPoint {
    @Override
    public Body in(ClassLoader sandbox) {
      return Entry.of(sandbox, name, Copies.of(arguments));
    }
  }

  /**
   * The code of a lambda or a method reference.
   *
   * @param owner the internal name of the class that has it
   * @param method its name
   * @param descriptor its type
   * @param kind how it is called, as {@link java.lang.invoke.MethodHandleInfo} numbers it
   * @param captured what the lambda captures, serialised
   */
  record Lambda(String owner, String method, String descriptor, int kind, byte[] captured)
      implements EntryPoint {

    /**
     * The code of a lambda of the caller.
     *
     * @throws IllegalArgumentException if it is no lambda, or captures what cannot be copied; the
     *     message names it
     */
    public static Lambda of(Program program) {
      SerializedLambda form = serialized(program);
      List<Object> captured = Copies.listOf(form.getCapturedArgCount(), form::getCapturedArg);
      return new Lambda(
          form.getImplClass(),
          form.getImplMethodName(),
          form.getImplMethodSignature(),
          form.getImplMethodKind(),
          Copies.serialized(captured, "the lambda captures", "make it inside the lambda"));
    }

    private static SerializedLambda serialized(Program lambda) {
      try {
        Method replace = lambda.getClass().getDeclaredMethod("writeReplace");
        replace.setAccessible(true);
        if (replace.invoke(lambda) instanceof SerializedLambda form) {
          return form;
        }
      } catch (ReflectiveOperationException | RuntimeException e) {
        throw new IllegalArgumentException(noLambda(lambda), e);
      }
      throw new IllegalArgumentException(noLambda(lambda));
    }

    private static String noLambda(Program program) {
      return "only a lambda or a method reference can be explored, not an object of "
          + program.getClass().getName();
    }

    @Override
    public Body in(ClassLoader sandbox) {
      return LambdaEntry.of(sandbox, this);
    }
  }
}

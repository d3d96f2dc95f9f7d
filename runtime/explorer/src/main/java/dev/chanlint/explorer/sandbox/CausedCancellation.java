package dev.chanlint.explorer.sandbox;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.CancellationException;

/**
 * A cancellation that another has caused: its constructor is closed to all but the JDK's own
 * package, and so to the copies of its classes. They make one with what anybody may call.
 */
final class CausedCancellation {

  private static final ClassDesc TYPE =
      CancellationException.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc CLOSED =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, TYPE);
  private static final MethodTypeDesc OPEN =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
  private static final MethodTypeDesc INIT_CAUSE =
      MethodTypeDesc.of(ConstantDescs.CD_Throwable, ConstantDescs.CD_Throwable);

  private CausedCancellation() {}

  /** Whether a call is one of the closed constructor. */
  static boolean isMadeBy(InvokeInstruction call) {
    return call.name().equalsString(ConstantDescs.INIT_NAME)
        && call.type().equalsString(CLOSED.descriptorString())
        && call.owner().asSymbol().equals(TYPE);
  }

  /** Writes what stands for the call: the cause comes last, after the message. */
  static void make(CodeBuilder code) {
    int cause = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(cause)
        .invokespecial(TYPE, ConstantDescs.INIT_NAME, OPEN)
        .dup()
        .aload(cause)
        .invokevirtual(TYPE, "initCause", INIT_CAUSE)
        .pop();
  }
}

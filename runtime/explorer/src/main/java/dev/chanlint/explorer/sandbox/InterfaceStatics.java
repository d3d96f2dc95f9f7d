package dev.chanlint.explorer.sandbox;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * The statics of an interface, moved to a class of their own: an interface's fields are final (JVMS
 * 4.5), so they could not be initialised anew. The class has the interface's initialiser and its
 * fields that are no constants, and is then instrumented like any other.
 */
final class InterfaceStatics {

  private static final String SUFFIX = "$" + Hidden.PREFIX + "statics";

  private InterfaceStatics() {}

  /** The name of the class for an interface. */
  static String holder(String interfaceName) {
    return interfaceName + SUFFIX;
  }

  static boolean isHolder(String name) {
    return name.endsWith(SUFFIX);
  }

  /** The interface of a holder. */
  static String interfaceOf(String holder) {
    return holder.substring(0, holder.length() - SUFFIX.length());
  }

  /** The holder's class file, not yet instrumented. */
  static byte[] make(byte[] interfaceFile, ClassFile classFile) {
    ClassModel model = classFile.parse(interfaceFile);
    ClassDesc self = ClassDesc.ofInternalName(holder(model.thisClass().asInternalName()));
    return classFile.build(
        self,
        builder -> {
          builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
          model
              .findAttribute(Attributes.sourceFile())
              .ifPresent(file -> builder.with(SourceFileAttribute.of(file.sourceFile())));
          for (FieldModel field : model.fields()) {
            if (!Statics.isConstant(field)) {
              builder.withField(
                  field.fieldName().stringValue(),
                  field.fieldTypeSymbol(),
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC);
            }
          }
          for (MethodModel method : model.methods()) {
            if (method.methodName().equalsString("<clinit>")) {
              builder.withMethod(
                  ConstantDescs.CLASS_INIT_NAME,
                  ConstantDescs.MTD_void,
                  ClassFile.ACC_STATIC,
                  m ->
                      m.transformCode(
                          method.code().orElseThrow(),
                          (code, element) -> moved(code, element, model, self)));
            }
          }
        });
  }

  private static void moved(
      CodeBuilder code, CodeElement element, ClassModel model, ClassDesc self) {
    if (element instanceof FieldInstruction access && access.owner().equals(model.thisClass())) {
      code.fieldAccess(access.opcode(), self, access.name().stringValue(), access.typeSymbol());
    } else {
      code.with(element);
    }
  }
}

package dev.chanlint.explorer.sandbox;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;

/** Opens classes and members that instrumentation makes others call. */
final class Access {

  private Access() {}

  /** Makes a class public. */
  static ClassTransform widenClass() {
    return (builder, element) -> {
      if (element instanceof AccessFlags flags) {
        builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
      } else {
        builder.with(element);
      }
    };
  }

  /** Makes the package-private methods of a class public. */
  static ClassTransform widenMembers() {
    return (builder, element) -> {
      if (element instanceof MethodModel method && isPackagePrivate(method.flags().flagsMask())) {
        builder.transformMethod(
            method,
            (methodBuilder, part) -> {
              if (part instanceof AccessFlags flags) {
                methodBuilder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
              } else if (part instanceof CodeModel code) {
                methodBuilder.with(code);
              } else {
                methodBuilder.with(part);
              }
            });
      } else {
        builder.with(element);
      }
    };
  }

  /** Makes the fields of a class volatile, those apart that do not change. */
  static ClassTransform makeVolatile() {
    return (builder, element) -> {
      if (element instanceof FieldModel field && !field.flags().has(AccessFlag.FINAL)) {
        builder.transformField(
            field,
            (fieldBuilder, part) -> {
              if (part instanceof AccessFlags flags) {
                fieldBuilder.withFlags(flags.flagsMask() | ClassFile.ACC_VOLATILE);
              } else {
                fieldBuilder.with(part);
              }
            });
      } else {
        builder.with(element);
      }
    };
  }

  private static boolean isPackagePrivate(int flags) {
    return (flags & (ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED | ClassFile.ACC_PRIVATE)) == 0;
  }
}

package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The calls that compiled classes make, to compare with those of the model. */
final class CompiledCalls {

  private CompiledCalls() {}

  /** A call of a method of that name on that line of that file, and whether its result is used. */
  record Site(String file, int line, String method, boolean used) {}

  static List<Site> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .flatMap(file -> in(parse(file)).stream())
          .toList();
    }
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Site> in(ClassModel type) {
    String file =
        type.findAttribute(Attributes.sourceFile())
            .map(attribute -> attribute.sourceFile().stringValue())
            .orElse("");
    List<Site> sites = new ArrayList<>();
    if (type.flags().has(AccessFlag.SYNTHETIC)) {
      return sites;
    }
    for (MethodModel method : type.methods()) {
      boolean made = method.flags().has(AccessFlag.BRIDGE) || isOfEnum(type, method);
      if (!made && method.code().isPresent()) {
        int line = 0;
        List<CodeElement> elements = method.code().get().elementList();
        for (int i = 0; i < elements.size(); i++) {
          if (elements.get(i) instanceof LineNumber number) {
            line = number.line();
          } else if (elements.get(i) instanceof InvokeInstruction call && isWritten(call)) {
            boolean used = isUsed(call, elements.subList(i + 1, elements.size()));
            sites.add(new Site(file, line, call.name().stringValue(), used));
          }
        }
      }
    }
    return sites;
  }

  private static boolean isUsed(InvokeInstruction call, List<CodeElement> after) {
    return !call.typeSymbol().returnType().equals(ConstantDescs.CD_void)
        && after.stream()
            .filter(java.lang.classfile.Instruction.class::isInstance)
            .findFirst()
            .filter(next -> next instanceof StackInstruction stack && isPop(stack.opcode()))
            .isEmpty();
  }

  private static boolean isPop(Opcode opcode) {
    return opcode == Opcode.POP || opcode == Opcode.POP2;
  }

  private static boolean isOfEnum(ClassModel type, MethodModel method) {
    String name = method.methodName().stringValue();
    return type.flags().has(AccessFlag.ENUM)
        && (name.equals("values") || name.equals("valueOf") || name.equals("$values"));
  }

  /** Whether the source has the call: not boxing, iteration, switches on strings and enums. */
  private static boolean isWritten(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    return switch (name) {
      case "valueOf" -> !owner.startsWith("java/lang/");
      case "intValue", "longValue", "booleanValue", "doubleValue", "charValue", "byteValue" ->
          false;
      case "iterator", "hasNext", "next", "hashCode", "equals", "ordinal", "requireNonNull" ->
          false;
      case "$values", "desiredAssertionStatus", "clone" -> false;
      case "toString" -> !owner.equals("java/lang/Throwable");
      // The compiler gives a constructor's call the line of its last argument.
      case MethodRef.CONSTRUCTOR -> false;
      default -> true;
    };
  }

  /** The compiled calls that the model does not have. */
  static List<Site> missing(List<Site> compiled, Program program) {
    Set<Site> modelled = new HashSet<>();
    for (var function : program.functions().values()) {
      for (var block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Call call) {
            String file = Path.of(call.at().file()).getFileName().toString();
            modelled.add(new Site(file, call.at().line(), call.method().name(), call.resultUsed()));
          }
        }
      }
    }
    return compiled.stream().filter(site -> !modelled.contains(site)).distinct().toList();
  }
}

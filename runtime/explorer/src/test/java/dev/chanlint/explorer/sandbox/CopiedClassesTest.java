package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of the JDK's classes call nothing of it that only its own packages may call. */
final class CopiedClassesTest {

  /** What {@link CausedCancellation} stands for. */
  private static final Set<String> STOOD_FOR =
      Set.of(
          "java/util/concurrent/CancellationException.<init>"
              + "(Ljava/lang/String;Ljava/util/concurrent/CancellationException;)V");

  static Stream<String> copies() {
    return Replacements.hidden().stream().map(Replacements::rename).filter(Replacements::isCopy);
  }

  @ParameterizedTest
  @MethodSource("copies")
  void callNothingThatIsClosed(String copy) throws ClassNotFoundException {
    Set<String> closed = new TreeSet<>();
    for (ClassModel model : withNested(copy)) {
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof MemberRefEntry member && isClosed(member)) {
          closed.add(text(member));
        }
      }
    }
    assertThat(closed).isSubsetOf(STOOD_FOR);
  }

  private static List<ClassModel> withNested(String outermost) {
    Set<String> seen = new TreeSet<>();
    Deque<String> todo = new ArrayDeque<>(List.of(outermost));
    Stream.Builder<ClassModel> models = Stream.builder();
    while (!todo.isEmpty()) {
      String name = todo.remove();
      byte[] copy = seen.add(name) ? Replacements.copy(name) : null;
      if (copy == null) {
        continue;
      }
      ClassModel model = ClassFile.of().parse(copy);
      models.add(model);
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof ClassEntry other
            && other.asInternalName().startsWith(outermost + "$")) {
          todo.add(other.asInternalName());
        }
      }
    }
    return models.build().toList();
  }

  private static boolean isClosed(MemberRefEntry member) throws ClassNotFoundException {
    String owner = member.owner().asInternalName();
    if (!owner.startsWith("java/")) {
      return false;
    }
    Class<?> type = Class.forName(owner.replace('/', '.'), false, null);
    return executables(type)
        .filter(executable -> name(executable).equals(member.name().stringValue()))
        .filter(executable -> descriptor(executable).equals(member.type().stringValue()))
        .anyMatch(executable -> !isOpen(executable));
  }

  private static boolean isOpen(Executable executable) {
    return Modifier.isPublic(executable.getDeclaringClass().getModifiers())
        && (executable.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static Stream<Executable> executables(Class<?> type) {
    return Stream.concat(
        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
  }

  private static String name(Executable executable) {
    return executable instanceof Constructor ? "<init>" : executable.getName();
  }

  private static String descriptor(Executable executable) {
    Class<?> result =
        executable instanceof java.lang.reflect.Method method ? method.getReturnType() : void.class;
    return MethodType.methodType(result, executable.getParameterTypes()).descriptorString();
  }

  private static String text(MemberRefEntry member) {
    return member.owner().asInternalName() + "." + member.name() + member.type();
  }
}

package dev.chanlint.analyzer.confirm.entry;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;

/**
 * An entry point as the explorer runs it.
 *
 * @param name the binary name of a class with a {@code main}, or {@code Class#method(type,type)}
 *     for a test
 * @param kind what calls it
 * @param function the id of its method
 * @param launcher the id of the function that the code model begins with
 */
public record Entry(String name, EntryPoint.Kind kind, String function, String launcher) {

  static Entry of(EntryPoint entry, Program program) {
    Function function = program.functions().get(entry.function());
    String name =
        function == null
            ? entry.function()
            : entry.kind() == EntryPoint.Kind.MAIN
                ? function.method().owner()
                : test(function.method());
    return new Entry(name, entry.kind(), entry.function(), entry.launcher());
  }

  private static String test(MethodRef method) {
    String parameters =
        method.parameters().isEmpty() ? "" : "(" + String.join(",", method.parameters()) + ")";
    return method.owner() + "#" + method.name() + parameters;
  }
}

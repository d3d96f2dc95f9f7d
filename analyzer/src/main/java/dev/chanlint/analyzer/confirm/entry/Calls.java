package dev.chanlint.analyzer.confirm.entry;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction.Call;
import java.util.stream.Stream;

/** The calls of a function. */
final class Calls {

  private Calls() {}

  static Stream<Call> of(Function function) {
    return function.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .filter(Call.class::isInstance)
        .map(Call.class::cast);
  }

  /** What to call the called one in a message: {@code Method.invoke at Jobs.java:12}. */
  static String title(Call call) {
    String owner = call.method().owner();
    String file = call.at().file();
    return owner.substring(owner.lastIndexOf('.') + 1)
        + "."
        + call.method().name()
        + " at "
        + file.substring(file.lastIndexOf('/') + 1)
        + ":"
        + call.at().line();
  }
}

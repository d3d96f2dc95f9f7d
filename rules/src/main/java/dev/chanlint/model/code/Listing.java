package dev.chanlint.model.code;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Code as text that a person can read: for debugging and for tests' expectations. */
public final class Listing {

  private Listing() {}

  /**
   * Lists a program's functions in their order.
   *
   * @param program the program
   * @return one paragraph a function
   */
  public static String of(Program program) {
    return program.functions().values().stream().map(Listing::of).collect(Collectors.joining("\n"));
  }

  /**
   * Lists a function: its id and parameters, then its blocks.
   *
   * @param function the function
   * @return lines, each ended
   */
  public static String of(Function function) {
    StringBuilder text = new StringBuilder();
    text.append(function.id()).append(' ').append(list(function.parameters())).append('\n');
    for (Block block : function.blocks()) {
      text.append("  ").append(block.index()).append(':').append(handlers(block)).append('\n');
      for (Instruction instruction : block.instructions()) {
        text.append("    ").append(of(instruction)).append('\n');
      }
      text.append("    ").append(of(block.terminator())).append('\n');
    }
    return text.toString();
  }

  /**
   * One instruction.
   *
   * @param instruction the instruction
   * @return a line without its end
   */
  public static String of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Constant(var target, var value, var _) -> name(target) + " = " + text(value);
      case Instruction.Copy(var target, var source, var _) ->
          name(target) + " = " + conversion(target, source) + name(source);
      case Instruction.Operator(var target, var operator, var operands, var _) ->
          name(target) + " = " + operation(operator, operands);
      case Instruction.New(var target, var type, var _) -> name(target) + " = new " + type;
      case Instruction.NewArray(var target, var type, var lengths, var _) ->
          name(target)
              + " = new "
              + type
              + lengths.stream().map(Listing::name).collect(Collectors.joining("][", "[", "]"));
      case Instruction.Closure(var target, var function, var method, var captured, var _) ->
          name(target) + " = closure " + function + " " + list(captured) + " as " + method;
      case Instruction.LoadField(var target, var base, var field, var _) ->
          name(target) + " = " + place(base, field);
      case Instruction.StoreField(var base, var field, var value, var _) ->
          place(base, field) + " = " + name(value);
      case Instruction.LoadElement(var target, var array, var index, var _) ->
          name(target) + " = " + name(array) + "[" + name(index) + "]";
      case Instruction.StoreElement(var array, var index, var value, var _) ->
          name(array) + "[" + name(index) + "] = " + name(value);
      case Instruction.ArrayLength(var target, var array, var _) ->
          name(target) + " = " + name(array) + ".length";
      case Instruction.Call call -> call(call);
      case Instruction.EnterMonitor(var lock, var _) -> "enter " + name(lock);
      case Instruction.ExitMonitor(var lock, var _) -> "exit " + name(lock);
    };
  }

  /**
   * A block's end.
   *
   * @param terminator the terminator
   * @return a line without its end
   */
  public static String of(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto(var target, var _) -> "goto " + target;
      case Terminator.Branch(var condition, var ifTrue, var ifFalse, var _) ->
          "if " + name(condition) + " goto " + ifTrue + " else " + ifFalse;
      case Terminator.ForEach(var iterable, var element, var body, var exit, var _) ->
          "for " + name(element) + " in " + name(iterable) + " goto " + body + " else " + exit;
      case Terminator.Return(var value, var _) ->
          value == null ? "return" : "return " + name(value);
      case Terminator.Throw(var exception, var _) -> "throw " + name(exception);
    };
  }

  private static String call(Instruction.Call call) {
    Variable receiver = call.receiver();
    return (call.target() == null ? "" : name(call.target()) + " = ")
        + (call.resolved() ? "" : "unresolved ")
        + (call.dispatch() == Instruction.Dispatch.SPECIAL ? "special " : "")
        + (receiver == null ? "" : name(receiver) + ".")
        + call.method()
        + " "
        + list(call.arguments());
  }

  private static String handlers(Block block) {
    return block.handlers().stream()
        .map(
            handler ->
                " " + handler.type() + "->" + handler.target() + " " + name(handler.exception()))
        .collect(Collectors.joining(","));
  }

  private static String conversion(Variable target, Variable source) {
    return target.type().equals(source.type()) ? "" : "(" + target.type() + ") ";
  }

  private static String operation(String operator, List<Variable> operands) {
    return operands.size() == 1
        ? operator + name(operands.getFirst())
        : name(operands.getFirst()) + " " + operator + " " + name(operands.getLast());
  }

  private static String place(@Nullable Variable base, FieldRef field) {
    return (base == null ? "" : name(base) + ".") + field;
  }

  private static String list(List<Variable> variables) {
    return variables.stream().map(Listing::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Variable variable) {
    return variable.isTemporary() ? "$" + variable.id() : variable.name() + "." + variable.id();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Instruction.ClassConstant(var type) -> type + ".class";
      case String string -> '"' + string.replace("\n", "\\n") + '"';
      case Character character -> "'" + character + "'";
      default -> value.toString();
    };
  }
}

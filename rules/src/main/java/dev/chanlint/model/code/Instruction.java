package dev.chanlint.model.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a function, in three-address form. Evaluation order is the order of the instructions.
 */
public sealed interface Instruction {

  /**
   * Where it stands in the source.
   *
   * @return the expression or statement it comes from
   */
  Position at();

  /**
   * A constant.
   *
   * @param target receives it
   * @param value an Integer, Long, Double, Float, Boolean, Character, String; null for {@code
   *     null}; for a class literal a {@link ClassConstant}; for an enum constant see {@link
   *     LoadField}
   * @param at where it stands in the source
   */
  record Constant(Variable target, @Nullable Object value, Position at) implements Instruction {}

  /**
   * A class literal's value.
   *
   * @param type the binary name
   */
  record ClassConstant(String type) {}

  /**
   * A copy; also a cast or a conversion, boxing included, to the target's type.
   *
   * @param target receives the value
   * @param source what is copied
   * @param at where it stands in the source
   */
  record Copy(Variable target, Variable source, Position at) implements Instruction {}

  /**
   * An arithmetic, comparing or logical operator. {@code &&}, {@code ||} and {@code ?:} are control
   * flow.
   *
   * @param target receives the result
   * @param operator Java's symbol: {@code + - * / % & | ^ << >> >>> == != < <= > >= ! ~}, or {@code
   *     instanceof}
   * @param operands one or two; the second of {@code instanceof} is a variable that holds the
   *     type's {@link ClassConstant}
   * @param at where it stands in the source
   */
  record Operator(Variable target, String operator, List<Variable> operands, Position at)
      implements Instruction {
    /** Keeps copies, which nothing changes. */
    public Operator {
      operands = List.copyOf(operands);
    }
  }

  /**
   * {@code new T} without the constructor's call, which follows as a {@link Call} on the target.
   *
   * @param target receives the object
   * @param type the binary name of its class
   * @param at where it stands in the source
   */
  record New(Variable target, String type, Position at) implements Instruction {}

  /**
   * A new array; elements of an initialiser follow as {@link StoreElement}s.
   *
   * @param target receives the array
   * @param elementType the binary name of the type of its elements
   * @param lengths its length, that of the arrays that are its elements, and so on; none where an
   *     initialiser gives it
   * @param at where it stands in the source
   */
  record NewArray(Variable target, String elementType, List<Variable> lengths, Position at)
      implements Instruction {
    /** Keeps a copy, which nothing changes. */
    public NewArray {
      lengths = List.copyOf(lengths);
    }
  }

  /**
   * A lambda or method reference evaluated: an object whose one method runs a function of the
   * program.
   *
   * @param target receives the object
   * @param function the id of the function: for a lambda its body; for a method reference a
   *     function made for it
   * @param method the method of the functional interface
   * @param captured the values for the function's first parameters, among them {@code this} where
   *     the body uses it
   * @param at where it stands in the source
   */
  record Closure(
      Variable target, String function, MethodRef method, List<Variable> captured, Position at)
      implements Instruction {
    /** Keeps copies, which nothing changes. */
    public Closure {
      captured = List.copyOf(captured);
    }
  }

  /**
   * A read of a field.
   *
   * @param target receives the value
   * @param base the object; null for a static field
   * @param field which field
   * @param at where it stands in the source
   */
  record LoadField(Variable target, @Nullable Variable base, FieldRef field, Position at)
      implements Instruction {}

  /**
   * A write of a field.
   *
   * @param base the object; null for a static field
   * @param field which field
   * @param value what is written
   * @param at where it stands in the source
   */
  record StoreField(@Nullable Variable base, FieldRef field, Variable value, Position at)
      implements Instruction {}

  /**
   * A read of an array element.
   *
   * @param target receives the element
   * @param array the array
   * @param index which element, from 0
   * @param at where it stands in the source
   */
  record LoadElement(Variable target, Variable array, Variable index, Position at)
      implements Instruction {}

  /**
   * A write of an array element.
   *
   * @param array the array
   * @param index which element, from 0
   * @param value what is written
   * @param at where it stands in the source
   */
  record StoreElement(Variable array, Variable index, Variable value, Position at)
      implements Instruction {}

  /**
   * The length of an array.
   *
   * @param target receives it
   * @param array the array
   * @param at where it stands in the source
   */
  record ArrayLength(Variable target, Variable array, Position at) implements Instruction {}

  /**
   * A call.
   *
   * @param target receives the result; null if that is void or dropped
   * @param method what the source names
   * @param receiver null for a static method
   * @param arguments a variable-arity call's trailing arguments are packed in an array first
   * @param dispatch how the callee is found
   * @param receiverType the binary name of the receiver's static type, or the owner for a static
   *     call
   * @param resolved false if the front end could not tell which method it is
   * @param resultUsed whether the source does anything with the result
   * @param at where it stands in the source
   */
  record Call(
      @Nullable Variable target,
      MethodRef method,
      @Nullable Variable receiver,
      List<Variable> arguments,
      Dispatch dispatch,
      String receiverType,
      boolean resolved,
      boolean resultUsed,
      Position at)
      implements Instruction {
    /** Keeps copies, which nothing changes. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** How a callee is found. */
  enum Dispatch {
    /** A static method. */
    STATIC,
    /** A constructor, a private method or a call through {@code super}: exactly the one named. */
    SPECIAL,
    /** The one that the receiver's class has. */
    VIRTUAL
  }

  /**
   * Entry of a {@code synchronized} block or method.
   *
   * @param lock the object whose monitor it is
   * @param at where it stands in the source
   */
  record EnterMonitor(Variable lock, Position at) implements Instruction {}

  /**
   * Exit of a {@code synchronized} block or method, on every way out.
   *
   * @param lock the object whose monitor it is
   * @param at where it stands in the source
   */
  record ExitMonitor(Variable lock, Position at) implements Instruction {}
}

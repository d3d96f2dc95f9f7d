package dev.chanlint.explorer.sandbox;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** What becomes of a call that code under test makes to the JDK. */
sealed interface Redirection {

  /**
   * The call goes to a hook instead; a receiver becomes its first argument.
   *
   * @param hook the class
   * @param name the static method
   * @param type its type
   */
  record Replace(ClassDesc hook, String name, MethodTypeDesc type) implements Redirection {}

  /**
   * The call is made after a hook was told of the receiver.
   *
   * @param use what it does to the receiver
   * @param derives whether the result is a view or an iterator of the receiver
   */
  record Observe(Use use, boolean derives) implements Redirection {}

  /** What a call does to a mutable object. */
  enum Use {
    /** Reads it. */
    READ,
    /** Changes it. */
    WRITE,
    /** Moves an iterator, and reads what that goes through. */
    ADVANCE,
    /** Reads how many elements a collection has, but none of them. */
    SIZE,
    /** Reads the element of a list whose index is the first argument. */
    GET,
    /** Replaces that element. */
    SET,
    /** Reads or changes what a map has for the first argument. */
    KEY,
    /** Has the last argument, a function, compute what a map has for the first argument. */
    COMPUTE,
    /** Makes a text of it. */
    TEXT,
    /** Takes its hash. */
    HASH,
    /** Compares it with the first argument. */
    EQUALS
  }

  /**
   * The call is not made: the execution ends there.
   *
   * @param reason what it would do, such as {@code opens a socket}
   */
  record Refuse(String reason) implements Redirection {}

  /**
   * The call is not made unless each file that it names may be written.
   *
   * @param reason what it would do
   * @param writable globs of the files that may be, in one text
   */
  record RefuseUnlessWritable(String reason, String writable) implements Redirection {}

  /**
   * The call, an atomic access, is made after a step that synchronises on what it accesses.
   *
   * @param variable where the call says which variable that is
   * @param kind what is done to it, as the hook takes it
   * @param compares whether it is changed only if it has an expected value
   */
  record Synchronize(AtomicVariable variable, int kind, boolean compares) implements Redirection {}

  /** How a call says which variable it accesses atomically. */
  enum AtomicVariable {
    /** The receiver is it. */
    OBJECT,
    /** An element of the receiver, at the first argument. */
    ELEMENT,
    /** A field of the first argument that the receiver, an updater, stands for. */
    UPDATED_FIELD,
    /** What the receiver, a {@code VarHandle}, stands for, with its coordinates as arguments. */
    HANDLE
  }

  /**
   * A hook is called after the call, with what it returned and its arguments, and returns it.
   *
   * @param hook the class
   * @param name the static method
   */
  record After(ClassDesc hook, String name) implements Redirection {}

  /**
   * A hook is called before the call, with its receiver and arguments, and may end the execution.
   *
   * @param hook the class
   * @param name the static method
   */
  record Before(ClassDesc hook, String name) implements Redirection {}

  /** The result wraps the first argument: what is done to it is done to that. */
  record Wrap() implements Redirection {}

  /**
   * The call, of a {@link java.lang.reflect.Field}, is made after the access was reported.
   *
   * @param write whether it sets the field
   */
  record ReflectedField(boolean write) implements Redirection {}

  /**
   * The call is made only if the receiver is not the JDK's own.
   *
   * @param reason what it would do
   */
  record RefuseJdk(String reason) implements Redirection {}
}

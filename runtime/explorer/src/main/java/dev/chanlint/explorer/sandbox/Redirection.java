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
   * @param write whether it changes the receiver
   * @param derives whether the result is a view or an iterator of the receiver
   */
  record Observe(boolean write, boolean derives) implements Redirection {}

  /**
   * The call is not made: the execution ends there.
   *
   * @param reason what it would do, such as {@code opens a socket}
   */
  record Refuse(String reason) implements Redirection {}

  /**
   * The call, of an atomic object, is made after a step that synchronises on it.
   *
   * @param kind the ordinal of what is done to it
   * @param indexed whether the first argument tells which element
   */
  record Synchronize(int kind, boolean indexed) implements Redirection {}

  /**
   * The call is made only if the receiver is not the JDK's own.
   *
   * @param reason what it would do
   */
  record RefuseJdk(String reason) implements Redirection {}
}

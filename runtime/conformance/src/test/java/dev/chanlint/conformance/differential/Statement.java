package dev.chanlint.conformance.differential;

import java.util.List;

/**
 * What a goroutine can do. Objects are told by their numbers, times are in microseconds. What a
 * statement has seen, or that it is over, is an event of its goroutine's trace.
 */
sealed interface Statement {

  record Send(int channel, int value) implements Statement {}

  record Receive(int channel) implements Statement {}

  /** A receive that tells a value from a close. */
  record ReceiveOk(int channel) implements Statement {}

  record TrySend(int channel, int value) implements Statement {}

  record TryReceive(int channel) implements Statement {}

  /** Receives until the channel is closed. */
  record Range(int channel) implements Statement {}

  record Close(int channel) implements Statement {}

  record Length(int channel) implements Statement {}

  record Select(List<Clause> clauses, boolean hasDefault) implements Statement {}

  record Lock(int mutex) implements Statement {}

  record TryLock(int mutex) implements Statement {}

  record Unlock(int mutex) implements Statement {}

  /** Adds one to the variable that a mutex guards, and looks at it. */
  record Increment(int mutex) implements Statement {}

  record ReadLock(int lock) implements Statement {}

  record ReadUnlock(int lock) implements Statement {}

  record WriteLock(int lock) implements Statement {}

  record WriteUnlock(int lock) implements Statement {}

  record Add(int group, int delta) implements Statement {}

  record Done(int group) implements Statement {}

  record Await(int group) implements Statement {}

  record RunOnce(int once, Statement body) implements Statement {}

  /** Waits until the flag of a condition is up. */
  record AwaitFlag(int condition) implements Statement {}

  /** Puts up the flag of a condition, and wakes one who waits or all. */
  record RaiseFlag(int condition, boolean all) implements Statement {}

  /** Waits for a signal that comes while it waits. */
  record AwaitSignal(int condition) implements Statement {}

  /** Wakes one who waits, or all, whatever the flag says. */
  record Signal(int condition, boolean all) implements Statement {}

  record Cancel(int context) implements Statement {}

  record AwaitContext(int context) implements Statement {}

  record ContextError(int context) implements Statement {}

  record Spawn(int goroutine) implements Statement {}

  record Repeat(int times, List<Statement> body) implements Statement {}

  record Sleep(int micros) implements Statement {}

  record Yield() implements Statement {}

  record Panic(String message) implements Statement {}

  /** The event that tells that it is over; what it has seen, if anything, comes behind. */
  default String event() {
    return switch (this) {
      case Send(int channel, int value) -> "c" + channel + "<-" + value;
      case Receive(int channel) -> "c" + channel + ":";
      case ReceiveOk(int channel) -> "c" + channel + ":";
      case TrySend(int channel, int value) -> "c" + channel + "<-" + value;
      case TryReceive(int channel) -> "c" + channel + ":";
      case Range(int channel) -> "c" + channel + ":";
      case Close(int channel) -> "c" + channel + ".close";
      case Length(int channel) -> "c" + channel + ".len:";
      case Lock(int mutex) -> "m" + mutex + ".lock";
      case TryLock(int mutex) -> "m" + mutex + ".try:";
      case Unlock(int mutex) -> "m" + mutex + ".unlock";
      case Increment(int mutex) -> "v" + mutex + ":";
      case ReadLock(int lock) -> "r" + lock + ".rLock";
      case ReadUnlock(int lock) -> "r" + lock + ".rUnlock";
      case WriteLock(int lock) -> "r" + lock + ".lock";
      case WriteUnlock(int lock) -> "r" + lock + ".unlock";
      case Add(int group, int delta) -> "w" + group + ".add" + delta;
      case Done(int group) -> "w" + group + ".done";
      case Await(int group) -> "w" + group + ".await";
      case RunOnce(int once, Statement body) -> "o" + once;
      case AwaitFlag(int condition) -> "f" + condition;
      case RaiseFlag(int condition, boolean all) -> "f" + condition + ".raise";
      case AwaitSignal(int condition) -> "s" + condition;
      case Signal(int condition, boolean all) -> "s" + condition + ".signal";
      case Cancel(int context) -> "x" + context + ".cancel";
      case AwaitContext(int context) -> "x" + context + ".done";
      case ContextError(int context) -> "x" + context + ":";
      case Select s -> "";
      case Spawn s -> "";
      case Repeat r -> "";
      case Sleep s -> "";
      case Yield y -> "";
      case Panic p -> "";
    };
  }

  /** A case of a select. */
  sealed interface Clause {

    record Sends(int channel, int value) implements Clause {}

    record Receives(int channel) implements Clause {}

    record Ends(int context) implements Clause {}

    /** A receive from a channel that gets a value after a time. */
    record After(int micros) implements Clause {}

    /** The event that tells that it was chosen; the value received, if any, comes behind. */
    default String event() {
      return switch (this) {
        case Sends(int channel, int value) -> "c" + channel + "<-" + value;
        case Receives(int channel) -> "c" + channel + ":";
        case Ends(int context) -> "x" + context + ".done";
        case After(int micros) -> "timeout";
      };
    }
  }
}

package dev.chanlint.conformance;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Select;

/** The nil channel. */
public final class NilCases {

  private NilCases() {}

  @Holds("the nil channel is never ready, is empty, and cannot be closed")
  public static void neverReady() {
    Chan<Integer> nil = Chan.nil();
    Check.that(!nil.trySend(1), "sent");
    Check.equal(null, nil.tryReceive());
    Check.equal(0, nil.len());
    Check.equal(0, nil.cap());
    Check.fails(ChannelClosedException.class, "close of nil channel", nil::close);
  }

  @Holds("a select passes over the nil channel")
  public static void selectPassesOver() {
    Chan<Integer> nil = Chan.nil();
    Chan<Integer> ch = Chan.make(1);
    for (int i = 0; i < 5; i++) {
      ch.send(i);
      int got = select(onReceive(nil), onSend(nil, 1).as(-1), onReceive(ch));
      Check.equal(i, got);
    }
    String chosen = Select.<String>select(onReceive(nil).as("nil"), onDefault().as("default"));
    Check.equal("default", chosen);
  }

  @Holds(value = "a send to the nil channel blocks for good", deadlock = "chan send (nil chan)")
  public static void sendForever() {
    Chan.<Integer>nil().send(1);
  }

  @Holds(
      value = "a receive from the nil channel blocks for good",
      deadlock = "chan receive (nil chan)")
  public static void receiveForever() {
    Chan.<Integer>nil().receive();
  }

  @Holds(
      value = "a range over the nil channel blocks for good",
      deadlock = "chan receive (nil chan)")
  public static void rangeForever() {
    for (int value : Chan.<Integer>nil()) {
      throw new AssertionError("received " + value);
    }
  }

  @Holds("with a default a select of nil channels alone takes that")
  public static void selectTakesDefault() {
    Chan<Integer> nil = Chan.nil();
    String chosen =
        Select.<String>select(
            onReceive(nil).as("received"), onSend(nil, 1).as("sent"), onDefault().as("default"));
    Check.equal("default", chosen);
  }

  @Holds(value = "a select of nil channels alone blocks for good", deadlock = "select")
  public static void selectForever() {
    Chan<Integer> nil = Chan.nil();
    select(onReceive(nil), onSend(nil, 1));
  }
}

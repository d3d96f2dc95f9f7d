package dev.chanlint.verification;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a goroutine does on the channels of a program, which it names by their index. */
public sealed interface Operation extends Serializable {

  /**
   * Sends or receives on one of several channels: a send, a receive, their forms that do not wait,
   * and a select, with a default or without.
   *
   * @param cases what to choose from
   * @param waits whether to wait until one of them is ready
   * @param asSelect whether to say it as a select; one case can be said without
   */
  record Communicate(List<Case> cases, boolean waits, boolean asSelect) implements Operation {
    /** Makes one. */
    public Communicate {
      cases = List.copyOf(cases);
    }

    @Override
    public String toString() {
      return (asSelect ? "select " : "") + (waits ? "" : "try ") + cases;
    }
  }

  /**
   * Closes a channel.
   *
   * @param channel its index
   */
  record Close(int channel) implements Operation {}

  /**
   * Asks how many values are in the buffer of a channel.
   *
   * @param channel its index
   */
  record Len(int channel) implements Operation {}

  /**
   * A send or a receive.
   *
   * @param channel the channel's index
   * @param value what to send; null to receive
   */
  record Case(int channel, @Nullable Integer value) implements Serializable {
    boolean sends() {
      return value != null;
    }

    @Override
    public String toString() {
      return value == null ? "<-" + channel : channel + "<-" + value;
    }
  }
}

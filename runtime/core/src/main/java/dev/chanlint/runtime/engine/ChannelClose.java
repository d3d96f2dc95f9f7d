package dev.chanlint.runtime.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A channel is closed. */
@Name("dev.chanlint.ChannelClose")
@Label("Channel Close")
@Category("Goroutines")
@Description("The event's thread has closed a channel")
@Enabled(false)
final class ChannelClose extends Event {

  @Label("Channel")
  @Description("Its number")
  long channel;

  @Label("Made At")
  @Description("Where it was made; only with -Dchanlint.trace=true")
  @Nullable String madeAt;

  static void emit(Channel<?> closed) {
    ChannelClose event = new ChannelClose();
    if (event.shouldCommit()) {
      event.channel = closed.rank();
      event.madeAt = closed.madeAt();
      event.commit();
    }
  }
}

package dev.chanlint.runtime.engine;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import org.jspecify.annotations.Nullable;

/** What events about a thread that blocks have in common. */
@Category("Goroutines")
abstract class BlockingEvent extends Event {

  @Label("Goroutine")
  @Description("Its number in its program; 0 for a thread that is no goroutine")
  long goroutine;

  @Label("Name")
  @Nullable String name;

  @Label("State")
  @Description("Go's word for what it is blocked in")
  @Nullable String state;

  @Label("Channels")
  @Description("The numbers of the channels that it is about: several for a select")
  @Nullable String channels;

  @Label("Made At")
  @Description("Where the channels were made; only with -Dchanlint.trace=true")
  @Nullable String madeAt;

  final void describe(Wait wait) {
    Goroutine blocked = Goroutine.of(wait.thread());
    if (blocked != null) {
      goroutine = blocked.id;
      name = blocked.name();
    }
    List<Channel<?>> about = wait.channels();
    state = wait.state();
    channels = about.stream().map(c -> "" + c.rank()).collect(Collectors.joining(", "));
    if (Trace.ON) {
      madeAt =
          about.stream()
              .map(Channel::madeAt)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(", "));
    }
  }
}

package rules.leaksend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The channels are found through a map, and the sender through an interface. */
public final class ChannelInCollection {

  interface Source {
    void deliver(SendChan<Integer> to);
  }

  record Constant(int value) implements Source {
    @Override
    public void deliver(SendChan<Integer> to) {
      to.send(value); // want leak-send
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Map<String, Chan<Integer>> channels = new HashMap<>();
          channels.put("read", Chan.make());
          channels.put("unread", Chan.make());
          List<Source> sources = new ArrayList<>(List.of(new Constant(1), new Constant(2)));
          Go.go(() -> sources.get(0).deliver(channels.get("read")));
          Go.go(() -> sources.get(1).deliver(channels.get("unread")));
          channels.get("read").receive();
        });
  }
}

package rules.deadlocknilchannel;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A channel that was meant to be set later, and is not. */
public final class NeverAssigned {

  private Chan<String> replies = Chan.nil();

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new NeverAssigned().next()));
  }

  private String next() {
    return replies.receive(); // want deadlock-nil-channel
  }
}

package rules.misuseignoredclose;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;

/** Null cannot be sent: what forwards must look first. */
public final class SentOn {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> in = Chan.make(1);
          in.send("last");
          in.close();
          Chan<String> out = Chan.make(2);
          forward(in, out);
          forward(in, out);
        });
  }

  private static void forward(ReceiveChan<String> in, SendChan<String> out) {
    out.send(in.receive()); // want misuse-ignored-close "once the channel is closed it is null"
    // confirmed
  }
}

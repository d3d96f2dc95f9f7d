import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;

/** The builder is handed over by a send; the sender does not touch it again. */
public final class OwnershipBySend {

  private OwnershipBySend() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<StringBuilder> drafts = Chan.make();
          Chan<String> finished = Chan.make();
          go(() -> finish(drafts, finished));
          StringBuilder draft = new StringBuilder("dear ");
          draft.append("reader");
          drafts.send(draft);
          System.out.println(finished.receive());
        });
  }

  private static void finish(ReceiveChan<StringBuilder> drafts, SendChan<String> finished) {
    StringBuilder draft = drafts.receive();
    if (draft != null) {
      draft.append(", yours");
      finished.send(draft.toString());
    }
  }
}

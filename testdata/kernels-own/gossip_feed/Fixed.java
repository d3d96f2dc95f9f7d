package gossip_feed;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;

/**
 * A feed of infos; its producer watches the context it was made from, the reader the one it was
 * given.
 */
public final class Fixed {

  static final class Feed {
    private final Context ctx;
    private final WaitGroup producing = new WaitGroup();

    Feed(Context ctx) {
      this.ctx = ctx;
    }

    ReceiveChan<Integer> infos(Context request) {
      Chan<Integer> out = Chan.make();
      Context watched = request;
      producing.go(
          () -> {
            try {
              for (int i = 0;
                  select(onSend(out, i).as(true), onReceive(watched.done()).as(false));
                  i++) {
                Go.gosched();
              }
            } finally {
              out.close();
            }
          });
      return out;
    }
  }

  static int firstAbove(ReceiveChan<Integer> infos, int bound) {
    for (int info : infos) {
      if (info > bound) {
        return info;
      }
    }
    return -1;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Feed feed = new Feed(Context.background());
          try (CancelContext request = Context.withCancel(Context.background())) {
            System.out.println(firstAbove(feed.infos(request), 1));
          }
          feed.producing.await();
        });
  }
}

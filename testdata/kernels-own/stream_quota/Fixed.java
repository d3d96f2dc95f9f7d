package stream_quota;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Writers of a stream wait for quota, which the peer grants; a reset ends the stream. */
public final class Fixed {

  static class Flow {
    protected final Mutex mu = new Mutex();
    protected final Cond changed = new Cond(mu);
    private int quota;

    Flow(int initial) {
      quota = initial;
    }

    protected boolean over() {
      return false;
    }

    final boolean take(int bytes) {
      mu.lock();
      try {
        while (quota < bytes && !over()) {
          changed.await();
        }
        if (over()) {
          return false;
        }
        quota -= bytes;
        return true;
      } finally {
        mu.unlock();
      }
    }

    final void grant(int bytes) {
      mu.lock();
      try {
        quota += bytes;
        changed.broadcast();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class StreamFlow extends Flow {
    private boolean reset;

    StreamFlow(int initial) {
      super(initial);
    }

    @Override
    protected boolean over() {
      return reset;
    }

    void reset() {
      mu.lock();
      try {
        reset = true;
        changed.broadcast();
      } finally {
        mu.unlock();
      }
    }
  }

  sealed interface Frame {}

  record WindowUpdate(int bytes) implements Frame {}

  record ResetStream(String reason) implements Frame {}

  static final class Transport {
    private final StreamFlow flow = new StreamFlow(4);

    void handle(Frame frame) {
      switch (frame) {
        case WindowUpdate(int bytes) -> flow.grant(bytes);
        case ResetStream ignored -> flow.reset();
      }
    }

    int write(List<String> chunks) {
      int written = 0;
      for (String chunk : chunks) {
        if (!flow.take(chunk.length())) {
          break;
        }
        written += chunk.length();
      }
      return written;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Transport transport = new Transport();
          WaitGroup writers = new WaitGroup();
          writers.go(() -> System.out.println(transport.write(List.of("head", "body", "tail"))));
          for (Frame frame : List.of(new WindowUpdate(4), new ResetStream("gone"))) {
            transport.handle(frame);
          }
          writers.await();
        });
  }
}

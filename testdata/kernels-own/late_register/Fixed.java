package late_register;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/**
 * A stream is opened by a frame on the wire and entered in the table where its answer is looked for
 * after that; an answer that is quicker finds nobody.
 */
public final class Fixed {

  record Frame(int stream, String body) {}

  interface Wire {
    void write(Frame frame);

    Frame read();

    void close();
  }

  static final class EchoWire implements Wire {
    private final Chan<Frame> out = Chan.make();
    private final Chan<Frame> in = Chan.make();

    EchoWire() {
      Go.go(this::answer);
    }

    private void answer() {
      for (Frame frame : out) {
        in.send(new Frame(frame.stream(), "ack of " + frame.body()));
      }
      in.close();
    }

    @Override
    public void write(Frame frame) {
      out.send(frame);
    }

    @Override
    public Frame read() {
      return in.receive();
    }

    @Override
    public void close() {
      out.close();
    }
  }

  static final class Mux {
    private final Mutex mu = new Mutex();
    private final Map<Integer, Chan<Frame>> streams = new HashMap<>();
    private final WaitGroup reader = new WaitGroup();
    private final Wire wire;

    Mux(Wire wire) {
      this.wire = wire;
      reader.go(this::readLoop);
    }

    private void readLoop() {
      for (Frame frame = wire.read(); frame != null; frame = wire.read()) {
        Chan<Frame> inbox = inbox(frame.stream());
        if (inbox == null) {
          System.out.println("no such stream: " + frame.stream());
        } else {
          inbox.send(frame);
        }
      }
    }

    private Chan<Frame> inbox(int stream) {
      mu.lock();
      try {
        return streams.get(stream);
      } finally {
        mu.unlock();
      }
    }

    private void register(int stream, Chan<Frame> inbox) {
      mu.lock();
      try {
        streams.put(stream, inbox);
      } finally {
        mu.unlock();
      }
    }

    String open(int stream) {
      Chan<Frame> inbox = Chan.make(1);
      register(stream, inbox);
      wire.write(new Frame(stream, "open"));
      return inbox.receive().body();
    }

    void close() {
      wire.close();
      reader.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mux mux = new Mux(new EchoWire());
          System.out.println(mux.open(1));
          mux.close();
        });
  }
}

package kubernetes_89164;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.List;

/** An audit log that is filled in the background and looked into by requests. */
public final class Fixed {

  record Event(String verb) {}

  interface AuditSink {
    void process(Event event);

    List<Event> events();

    int size();
  }

  static final class BufferedSink implements AuditSink {
    private final RWMutex lock = new RWMutex();
    private final List<Event> buffer = new ArrayList<>();

    @Override
    public void process(Event event) {
      lock.lock();
      try {
        buffer.add(event);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int size() {
      lock.rLock();
      try {
        return buffer.size();
      } finally {
        lock.rUnlock();
      }
    }

    @Override
    public List<Event> events() {
      lock.rLock();
      try {
        return List.copyOf(buffer);
      } finally {
        lock.rUnlock();
      }
    }
  }

  static final class RequestHandler {
    private final AuditSink sink;

    RequestHandler(AuditSink sink) {
      this.sink = sink;
    }

    String handle() {
      return sink.size() + " of " + sink.events();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          BufferedSink sink = new BufferedSink();
          Chan<Unit> processed = Chan.make();
          Go.go(
              () -> {
                sink.process(new Event("create"));
                processed.close();
              });

          RequestHandler handler = new RequestHandler(sink);
          for (int request = 0; request < 3; request++) {
            Chan<String> answer = Chan.make();
            Go.go(() -> answer.send(handler.handle()));
            answer.receive();
          }
          processed.receive();
        });
  }
}

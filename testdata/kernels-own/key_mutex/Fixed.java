package key_mutex;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work on a volume is serialised by a lock for its name. Who asks for one keeps that lock until the
 * operator has done it, who takes the same lock.
 */
public final class Fixed {

  static final class KeyedLocks {
    private final ConcurrentHashMap<String, Mutex> locks = new ConcurrentHashMap<>();

    void with(String key, Runnable body) {
      Mutex lock = locks.computeIfAbsent(key, k -> new Mutex());
      lock.lock();
      try {
        body.run();
      } finally {
        lock.unlock();
      }
    }
  }

  record Operation(String volume, Chan<Boolean> done) {}

  interface Mounter {
    boolean mount(String volume);
  }

  static final class Operator {
    private final KeyedLocks locks;
    private final Mounter mounter;

    Operator(KeyedLocks locks, Mounter mounter) {
      this.locks = locks;
      this.mounter = mounter;
    }

    void run(ReceiveChan<Operation> operations) {
      for (Operation operation : operations) {
        locks.with(operation.volume(), () -> execute(operation));
      }
    }

    private void execute(Operation operation) {
      operation.done().send(mounter.mount(operation.volume()));
    }
  }

  static final class Attacher {
    private final KeyedLocks locks;
    private final SendChan<Operation> operations;
    private final ConcurrentHashMap<String, Boolean> attached = new ConcurrentHashMap<>();

    Attacher(KeyedLocks locks, SendChan<Operation> operations) {
      this.locks = locks;
      this.operations = operations;
    }

    boolean attach(String volume) {
      boolean mounted = mounted(volume);
      locks.with(volume, () -> attached.put(volume, mounted));
      return attached.get(volume);
    }

    private boolean mounted(String volume) {
      Operation operation = new Operation(volume, Chan.make(1));
      operations.send(operation);
      return operation.done().receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          KeyedLocks locks = new KeyedLocks();
          Chan<Operation> operations = Chan.make();
          Operator operator = new Operator(locks, volume -> !volume.isEmpty());
          WaitGroup operators = new WaitGroup();
          operators.go(() -> operator.run(operations));
          Attacher attacher = new Attacher(locks, operations);
          System.out.println(attacher.attach("data"));
          operations.close();
          operators.await();
        });
  }
}

// fault: deadlock
package chat_room;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Members of a room; a member that leaves tells the room, the room tells its members. */
public final class Buggy {

  interface Listener {
    void onMessage(String text);

    void quit();
  }

  static final class Room {
    private final Mutex lock = new Mutex();
    private final List<Listener> listeners = new ArrayList<>();

    void join(Listener listener) {
      lock.lock();
      listeners.add(listener);
      lock.unlock();
    }

    void leave(Listener listener) {
      lock.lock(); // want deadlock-lock-order
      listeners.remove(listener);
      lock.unlock();
    }

    void post(String text) {
      lock.lock(); // want deadlock-lock-order
      for (Listener listener : listeners) {
        listener.onMessage(text); // want deadlock-lock-order
      }
      lock.unlock();
    }
  }

  static final class Member implements Listener {
    private final Room room;
    private final StringBuilder inbox = new StringBuilder();

    Member(Room room) {
      this.room = room;
    }

    @Override
    public synchronized void onMessage(String text) { // want deadlock-lock-order
      inbox.append(text);
    }

    @Override
    public synchronized void quit() { // want deadlock-lock-order
      room.leave(this); // want deadlock-lock-order
      inbox.setLength(0);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Room room = new Room();
          Member member = new Member(room);
          room.join(member);
          WaitGroup both = new WaitGroup();
          both.go(() -> room.post("hello"));
          both.go(member::quit);
          both.await();
        });
  }
}

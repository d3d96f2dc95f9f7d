package uncalled;

import dev.chanlint.runtime.Chan;

/** Sends to itself without room. */
interface ToItself {

  static int same(int value) {
    Chan<Integer> channel = Chan.make();
    channel.send(value); // want deadlock-self-rendezvous "'channel'" confirmed
    return channel.receiveOr(0);
  }

  static int sameThroughRoom(int value) {
    Chan<Integer> channel = Chan.make(1);
    channel.send(value);
    return channel.receiveOr(0);
  }
}

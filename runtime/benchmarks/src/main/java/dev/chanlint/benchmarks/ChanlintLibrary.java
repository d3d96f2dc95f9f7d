package dev.chanlint.benchmarks;

import static dev.chanlint.runtime.Select.onReceive;
import static java.util.Objects.requireNonNull;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Select.Case;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** This project's runtime, in programs that are watched for deadlocks. */
class ChanlintLibrary extends Library<Chan<Long>> {

  @Override
  long run(Main main) {
    long[] result = new long[1];
    Go.run(() -> result[0] = main.run());
    return result[0];
  }

  @Override
  void go(Body body) {
    Go.go(body::run);
  }

  @Override
  void goAndJoin(int count, Body body) {
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < count; i++) {
      all.go(body::run);
    }
    all.await();
  }

  @Override
  Chan<Long> channel(int capacity) {
    return Chan.make(capacity);
  }

  @Override
  void send(Chan<Long> channel, Long value) {
    channel.send(value);
  }

  @Override
  Long receive(Chan<Long> channel) {
    return requireNonNull(channel.receive());
  }

  @Override
  Long select(List<Chan<Long>> channels) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array
    Case<Long>[] cases = new Case[channels.size()];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = onReceive(channels.get(i));
    }
    return Select.select(cases);
  }

  @Override
  Long selectOr(Chan<Long> channel, Long byDefault) {
    return Select.select(onReceive(channel), Select.<Long>onDefault().as(byDefault));
  }

  @Override
  void lockAndUnlock(int times) {
    Mutex mutex = new Mutex();
    for (int i = 0; i < times; i++) {
      mutex.lock();
      mutex.unlock();
    }
  }
}

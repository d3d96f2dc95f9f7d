package dev.chanlint.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The programs on a library whose calls block.
 *
 * @param <C> its channels
 */
final class BlockingPrograms<C> implements Programs {

  private static final int SMALL = 63;
  private static final Long END = 0L;

  private final Library<C> library;

  BlockingPrograms(Library<C> library) {
    this.library = library;
  }

  @Override
  public long pingPong(int roundTrips) throws Exception {
    return library.run(
        () -> {
          C ping = library.channel(0);
          C pong = library.channel(0);
          library.go(
              () -> {
                for (int i = 0; i < roundTrips; i++) {
                  library.send(pong, library.receive(ping) + 1 & SMALL);
                }
              });
          long sum = 0;
          for (int i = 0; i < roundTrips; i++) {
            library.send(ping, (long) (i & SMALL));
            sum += library.receive(pong);
          }
          return sum;
        });
  }

  @Override
  public long crowd(int pairs, int capacity, int values) throws Exception {
    int share = values / pairs;
    return library.run(
        () -> {
          C channel = library.channel(capacity);
          C sums = library.channel(pairs);
          for (int p = 0; p < pairs; p++) {
            library.go(() -> sendMany(channel, share));
            library.go(() -> library.send(sums, receiveMany(channel, share)));
          }
          return receiveMany(sums, pairs);
        });
  }

  private void sendMany(C channel, int values) throws Exception {
    for (int i = 0; i < values; i++) {
      library.send(channel, (long) (i & SMALL));
    }
  }

  private long receiveMany(C channel, int values) throws Exception {
    long sum = 0;
    for (int i = 0; i < values; i++) {
      sum += library.receive(channel);
    }
    return sum;
  }

  @Override
  public long selectWaiting(int cases, int values) throws Exception {
    return library.run(
        () -> {
          List<C> channels = channels(cases, 0);
          library.go(
              () -> {
                for (int i = 0; i < values; i++) {
                  library.send(channels.get(i % cases), (long) (i & SMALL));
                }
              });
          long sum = 0;
          for (int i = 0; i < values; i++) {
            sum += library.select(channels);
          }
          return sum;
        });
  }

  private List<C> channels(int count, int capacity) {
    List<C> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      channels.add(library.channel(capacity));
    }
    return channels;
  }

  @Override
  public long selectReady(int values) throws Exception {
    return library.run(
        () -> {
          List<C> channels = channels(2, 1);
          long sum = 0;
          for (int i = 0; i < values; i++) {
            library.send(channels.get(i % 2), (long) (i & SMALL));
            sum += library.select(channels);
          }
          return sum;
        });
  }

  @Override
  public long selectDefault(int times) throws Exception {
    return library.run(
        () -> {
          C channel = library.channel(0);
          long sum = 0;
          for (int i = 0; i < times; i++) {
            sum += library.selectOr(channel, (long) (i & SMALL));
          }
          return sum;
        });
  }

  @Override
  public long alone(int values) throws Exception {
    return library.run(
        () -> {
          C channel = library.channel(1);
          long sum = 0;
          for (int i = 0; i < values; i++) {
            library.send(channel, (long) (i & SMALL));
            sum += library.receive(channel);
          }
          return sum;
        });
  }

  @Override
  public long lock(int times) throws Exception {
    return library.run(
        () -> {
          library.lockAndUnlock(times);
          return times;
        });
  }

  @Override
  public long spawn(int goroutines) throws Exception {
    return library.run(
        () -> {
          library.goAndJoin(goroutines, () -> {});
          return goroutines;
        });
  }

  @Override
  public long ring(int hops) throws Exception {
    return library.run(
        () -> {
          List<C> links = channels(RING_SIZE, 0);
          for (int i = 1; i < RING_SIZE; i++) {
            C from = links.get(i - 1);
            C to = links.get(i);
            library.go(() -> passOn(from, to));
          }
          C first = links.get(0);
          C last = links.get(RING_SIZE - 1);
          long sum = 0;
          for (int round = 0; round < hops / RING_SIZE; round++) {
            library.send(first, 1L);
            sum += library.receive(last);
          }
          library.send(first, END);
          library.receive(last);
          return sum;
        });
  }

  private void passOn(C from, C to) throws Exception {
    Long token;
    do {
      token = library.receive(from);
      library.send(to, token);
    } while (!token.equals(END));
  }

  @Override
  public long daisyChain(int links) throws Exception {
    return library.run(
        () -> {
          C first = library.channel(0);
          C left = first;
          for (int i = 0; i < links; i++) {
            C to = left;
            C from = library.channel(0);
            library.go(() -> library.send(to, library.receive(from) + 1));
            left = from;
          }
          library.send(left, 0L);
          return library.receive(first);
        });
  }

  @Override
  public long primeSieve(int limit) throws Exception {
    return library.run(
        () -> {
          C numbers = library.channel(0);
          library.go(() -> countTo(limit, numbers));
          long sum = 0;
          C channel = numbers;
          for (Long prime = library.receive(channel);
              !prime.equals(END);
              prime = library.receive(channel)) {
            sum += prime;
            long divisor = prime;
            C from = channel;
            C to = library.channel(0);
            library.go(() -> filter(from, to, divisor));
            channel = to;
          }
          return sum;
        });
  }

  private void countTo(int limit, C numbers) throws Exception {
    for (long n = 2; n <= limit; n++) {
      library.send(numbers, n);
    }
    library.send(numbers, END);
  }

  private void filter(C from, C to, long divisor) throws Exception {
    Long n;
    do {
      n = library.receive(from);
      if (n % divisor != 0 || n.equals(END)) {
        library.send(to, n);
      }
    } while (!n.equals(END));
  }

  @Override
  public void park(int goroutines) throws Exception {
    C channel = library.channel(0);
    CountDownLatch arrived = new CountDownLatch(goroutines);
    for (int i = 0; i < goroutines; i++) {
      library.go(
          () -> {
            arrived.countDown();
            library.receive(channel);
          });
    }
    arrived.await();
  }
}

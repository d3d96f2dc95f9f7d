package dev.chanlint.analyzer.trust;

import dev.chanlint.analyzer.trust.Skeleton.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes programs. They are built from pieces that belong together (a send here and a receive there,
 * lock and unlock around something), of which some are then lost, doubled or moved: so many have a
 * fault, and it is one that people make.
 */
final class Generator {

  private static final int MOST_GOROUTINES = 3;
  private static final int MOST_PIECES = 4;

  private final RandomGenerator random;
  private final int channels;
  private final int mutexes;
  private final List<List<Op>> bodies;
  private int count;

  private Generator(RandomGenerator random) {
    this.random = random;
    this.channels = 1 + random.nextInt(2);
    this.mutexes = 1 + random.nextInt(2);
    this.bodies =
        Stream.<List<Op>>generate(ArrayList::new)
            .limit(2 + random.nextInt(MOST_GOROUTINES - 1))
            .toList();
  }

  /** Makes a program. */
  static Skeleton next(RandomGenerator random) {
    return new Generator(random).make();
  }

  private Skeleton make() {
    List<Integer> capacities =
        IntStream.range(0, channels).mapToObj(channel -> random.nextInt(3)).toList();
    int pieces = 1 + random.nextInt(MOST_PIECES);
    for (int i = 0; i < pieces; i++) {
      addPiece();
    }
    if (random.nextInt(4) > 0) {
      join();
    }
    if (random.nextInt(3) == 0) {
      spoil();
    }
    return new Skeleton(capacities, mutexes, count, bodies.stream().map(List::copyOf).toList());
  }

  private void addPiece() {
    switch (random.nextInt(5)) {
      case 0, 1 -> addMessage();
      case 2 -> addCriticalSection();
      case 3 -> addClose();
      default -> addWait();
    }
  }

  private void addMessage() {
    int channel = random.nextInt(channels);
    body().add(new Op.Send(channel));
    body().add(random.nextInt(4) == 0 ? pick(channel) : new Op.Receive(channel));
  }

  private Op pick(int channel) {
    int other = random.nextInt(channels);
    return new Op.Pick(
        other == channel ? List.of(channel) : List.of(channel, other), random.nextInt(3) == 0);
  }

  private void addCriticalSection() {
    List<Op> body = body();
    int mutex = random.nextInt(mutexes);
    int from = random.nextInt(body.size() + 1);
    int to = from + random.nextInt(body.size() - from + 1);
    body.add(to, new Op.Unlock(mutex));
    body.add(from, new Op.Lock(mutex));
  }

  private void addClose() {
    int channel = random.nextInt(channels);
    body().add(new Op.Close(channel));
    body().add(new Op.Receive(channel));
  }

  private void addWait() {
    count++;
    bodies.get(1 + random.nextInt(bodies.size() - 1)).add(new Op.Done());
    if (random.nextBoolean()) {
      bodies.getFirst().add(new Op.Await());
    }
  }

  /** Main waits for all others. */
  private void join() {
    for (List<Op> body : bodies.subList(1, bodies.size())) {
      count++;
      body.add(new Op.Done());
    }
    bodies.getFirst().add(new Op.Await());
  }

  private List<Op> body() {
    return bodies.get(random.nextInt(bodies.size()));
  }

  private void spoil() {
    List<Op> body = body();
    if (!body.isEmpty()) {
      Op op = body.remove(random.nextInt(body.size()));
      if (random.nextInt(3) == 0) {
        body.add(random.nextInt(body.size() + 1), op);
      }
    }
  }
}

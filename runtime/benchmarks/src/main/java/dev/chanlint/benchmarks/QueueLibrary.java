package dev.chanlint.benchmarks;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * {@code java.util.concurrent}: a {@link SynchronousQueue} for an unbuffered channel, an {@link
 * ArrayBlockingQueue} for a buffered one. It has no select; a poll is one with a default.
 */
final class QueueLibrary extends OnVirtualThreads<BlockingQueue<Long>> {

  @Override
  BlockingQueue<Long> channel(int capacity) {
    return capacity == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(capacity);
  }

  @Override
  void send(BlockingQueue<Long> channel, Long value) throws InterruptedException {
    channel.put(value);
  }

  @Override
  Long receive(BlockingQueue<Long> channel) throws InterruptedException {
    return channel.take();
  }

  @Override
  Long select(List<BlockingQueue<Long>> channels) {
    throw new UnsupportedOperationException("java.util.concurrent has no select");
  }

  @Override
  Long selectOr(BlockingQueue<Long> channel, Long byDefault) {
    return requireNonNullElse(channel.poll(), byDefault);
  }
}

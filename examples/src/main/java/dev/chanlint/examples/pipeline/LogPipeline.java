package dev.chanlint.examples.pipeline;

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lines go through parsers into batches. Between the stages are small buffers: when the last stage
 * is slow, the first one waits, and memory stays bounded. Each stage closes what it sends on.
 */
public final class LogPipeline {

  private final int parsers;
  private final int buffer;
  private final int batch;

  /**
   * Makes a pipeline.
   *
   * @param parsers how many parse at once
   * @param buffer how many lines may wait before each stage
   * @param batch how many entries are written together at most
   */
  public LogPipeline(int parsers, int buffer, int batch) {
    this.parsers = parsers;
    this.buffer = buffer;
    this.batch = batch;
  }

  /** Runs until all lines are written; batches are written one at a time, in no set order. */
  public <T> void run(
      Iterable<String> lines, Function<String, T> parser, Consumer<List<T>> writer) {
    write(parse(read(lines), parser), writer);
  }

  private ReceiveChan<String> read(Iterable<String> lines) {
    Chan<String> out = Chan.make(buffer);
    go(
        () -> {
          lines.forEach(out::send);
          out.close();
        });
    return out;
  }

  private <T> ReceiveChan<T> parse(ReceiveChan<String> lines, Function<String, T> parser) {
    Chan<T> out = Chan.make(buffer);
    WaitGroup running = new WaitGroup();
    for (int i = 0; i < parsers; i++) {
      running.go(
          () -> {
            for (String line : lines) {
              out.send(parser.apply(line));
            }
          });
    }
    go(
        () -> {
          running.await();
          out.close();
        });
    return out;
  }

  private <T> void write(ReceiveChan<T> entries, Consumer<List<T>> writer) {
    List<T> next = new ArrayList<>();
    for (T entry : entries) {
      next.add(entry);
      if (next.size() == batch) {
        writer.accept(List.copyOf(next));
        next.clear();
      }
    }
    if (!next.isEmpty()) {
      writer.accept(List.copyOf(next));
    }
  }

  /** Counts the words of the lines on standard input, in batches of 100 lines. */
  public static void main(String[] args) {
    List<String> lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            .lines()
            .toList();
    new LogPipeline(4, 16, 100).run(lines, line -> line.split("\\s+").length, System.out::println);
  }
}

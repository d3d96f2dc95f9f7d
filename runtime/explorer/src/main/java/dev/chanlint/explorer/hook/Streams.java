package dev.chanlint.explorer.hook;

import java.util.Spliterator;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Stands for {@link StreamSupport}, which makes sequential streams and parallel ones. */
public final class Streams {

  private Streams() {}

  /** {@link StreamSupport#stream(Spliterator, boolean)}. */
  public static <T> Stream<T> stream(Spliterator<T> elements, boolean parallel) {
    return StreamSupport.stream(elements, sequential(parallel));
  }

  /** {@link StreamSupport#stream(Supplier, int, boolean)}. */
  public static <T> Stream<T> stream(
      Supplier<? extends Spliterator<T>> elements, int characteristics, boolean parallel) {
    return StreamSupport.stream(elements, characteristics, sequential(parallel));
  }

  /** {@link StreamSupport#intStream(Spliterator.OfInt, boolean)}. */
  public static IntStream intStream(Spliterator.OfInt elements, boolean parallel) {
    return StreamSupport.intStream(elements, sequential(parallel));
  }

  /** {@link StreamSupport#intStream(Supplier, int, boolean)}. */
  public static IntStream intStream(
      Supplier<? extends Spliterator.OfInt> elements, int characteristics, boolean parallel) {
    return StreamSupport.intStream(elements, characteristics, sequential(parallel));
  }

  /** {@link StreamSupport#longStream(Spliterator.OfLong, boolean)}. */
  public static LongStream longStream(Spliterator.OfLong elements, boolean parallel) {
    return StreamSupport.longStream(elements, sequential(parallel));
  }

  /** {@link StreamSupport#longStream(Supplier, int, boolean)}. */
  public static LongStream longStream(
      Supplier<? extends Spliterator.OfLong> elements, int characteristics, boolean parallel) {
    return StreamSupport.longStream(elements, characteristics, sequential(parallel));
  }

  /** {@link StreamSupport#doubleStream(Spliterator.OfDouble, boolean)}. */
  public static DoubleStream doubleStream(Spliterator.OfDouble elements, boolean parallel) {
    return StreamSupport.doubleStream(elements, sequential(parallel));
  }

  /** {@link StreamSupport#doubleStream(Supplier, int, boolean)}. */
  public static DoubleStream doubleStream(
      Supplier<? extends Spliterator.OfDouble> elements, int characteristics, boolean parallel) {
    return StreamSupport.doubleStream(elements, characteristics, sequential(parallel));
  }

  private static boolean sequential(boolean parallel) {
    if (parallel) {
      Effects.refuse("runs a parallel stream, which is not modelled");
    }
    return false;
  }
}

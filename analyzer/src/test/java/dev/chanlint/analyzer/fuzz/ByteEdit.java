package dev.chanlint.analyzer.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A change to the bytes of a file.
 *
 * @param kind what is done
 * @param at where, in millionths of the file
 * @param size how many bytes, or to which value
 */
public record ByteEdit(Kind kind, int at, int size) {

  private static final int WHOLE = 1_000_000;

  /** Where the version of a class file is. */
  private static final int VERSION = 7;

  /** What is done to bytes. */
  public enum Kind {
    /** A bit is another. */
    FLIP,
    /** A byte is another. */
    SET,
    /** Bytes are zero. */
    CLEAR,
    /** Bytes are any. */
    SCRAMBLE,
    /** Bytes are gone. */
    DROP,
    /** Bytes come twice. */
    REPEAT,
    /** The rest is gone. */
    TRUNCATE,
    /** The version of a class file is another. */
    REVERSION
  }

  /**
   * Changes of any kind.
   *
   * @return them
   */
  public static Arbitrary<ByteEdit> any() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, WHOLE),
            Arbitraries.integers().between(1, 255))
        .as(ByteEdit::new);
  }

  /**
   * Makes the change.
   *
   * @param bytes what to change
   * @return what comes of it
   */
  public byte[] of(byte[] bytes) {
    if (bytes.length <= VERSION) {
      return bytes;
    }
    int from = (int) ((long) (bytes.length - 1) * at / WHOLE);
    int to = Math.min(bytes.length, from + size);
    byte[] changed = bytes.clone();
    switch (kind) {
      case FLIP -> changed[from] ^= (byte) (1 << size % Byte.SIZE);
      case SET -> changed[from] = (byte) size;
      case CLEAR -> Arrays.fill(changed, from, to, (byte) 0);
      case SCRAMBLE -> {
        byte[] any = new byte[to - from];
        new Random(size).nextBytes(any);
        System.arraycopy(any, 0, changed, from, any.length);
      }
      case DROP -> changed = joined(bytes, from, to);
      case REPEAT -> changed = joined(bytes, to, from);
      case TRUNCATE -> changed = Arrays.copyOf(bytes, from);
      case REVERSION -> changed[VERSION] = (byte) size;
    }
    return changed;
  }

  /** What is before one place, and what is behind another. */
  private static byte[] joined(byte[] bytes, int before, int behind) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, before);
    joined.write(bytes, behind, bytes.length - behind);
    return joined.toByteArray();
  }
}

package dev.chanlint.runtime.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The numbers, ids and texts that a heap dump's file is made of, read one after another. */
final class HprofInput {

  private final DataInputStream in;
  private long position;
  private int idSize;

  HprofInput(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** How many bytes were read. */
  long position() {
    return position;
  }

  /** The number of bytes of an id, to be read before any id is. */
  int readIdSize() throws IOException {
    idSize = u4();
    return idSize;
  }

  /** The kind of the next record; negative at the end of the file. */
  int tag() throws IOException {
    position++;
    return in.read();
  }

  int u1() throws IOException {
    position++;
    return in.readUnsignedByte();
  }

  int u2() throws IOException {
    position += 2;
    return in.readUnsignedShort();
  }

  int u4() throws IOException {
    position += 4;
    return in.readInt();
  }

  long id() throws IOException {
    position += idSize;
    return idSize == 8 ? in.readLong() : Integer.toUnsignedLong(in.readInt());
  }

  String text(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    position += length;
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void skip(long n) throws IOException {
    in.skipNBytes(n);
    position += n;
  }
}
